namespace DownPage.StandAlone.Tests.Inlining;

/// <summary>Stylesheets that import one another without end, or nearly so.</summary>
[TestClass]
public sealed class EndlessImportsTests
{
    [TestMethod]
    [Timeout(20_000)]
    public void Sheet_ImportsItselfByEverLongerAddresses_EndsSomewhere()
    {
        using var page = new SitePage().With("css/a.css", "@import './/a.css'; p { color: red }");

        page.Finish("<link rel=stylesheet href=/css/a.css>", "<p>x</p>");

        StringAssert.Contains(page.Html, "p { color: red }");
    }

    [TestMethod]
    [Timeout(20_000)]
    public void Sheet_ImportsOneSheetByTwoWaysAtEveryLevel_EndsSomewhere()
    {
        using var page = new SitePage().With("css/d24.css", "p { color: red }");
        for (var level = 0; level < 24; level++)
        {
            page.With($"css/d{level}.css", $"@import 'e{level}.css'; @import 'f{level}.css';")
                .With($"css/e{level}.css", $"@import 'd{level + 1}.css';")
                .With($"css/f{level}.css", $"@import 'd{level + 1}.css';");
        }

        page.Finish("<style>@import '/css/d14.css';</style><link rel=stylesheet href=/css/d0.css>", "<p>x</p>");

        Assert.Contains("DP0301", page.Codes);
    }

    [TestMethod]
    [Timeout(30_000)]
    public void Sheet_ImportsTooManyUnderACondition_WhatIsStillAskedForIsReported()
    {
        using var page = new SitePage();
        for (var level = 0; level < 12; level++)
        {
            page.With($"css/d{level}.css", $"@import 'e{level}.css'; @import 'f{level}.css';")
                .With($"css/e{level}.css", $"@import 'd{level + 1}.css';")
                .With($"css/f{level}.css", $"@import 'd{level + 1}.css';");
        }

        page.With("css/d12.css", "p { color: red }").Finish("<style>@import '/css/d0.css' print;</style>", "<p>x</p>");

        Assert.StartsWith("@import url(\"data:text/css", page.Document.QuerySelector("style")!.TextContent);
        Assert.Contains("DP0301", page.Codes);
    }
}
