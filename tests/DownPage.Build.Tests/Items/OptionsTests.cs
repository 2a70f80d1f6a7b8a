using DownPage.RenderProtocol;

namespace DownPage.Build.Tests.Items;

[TestClass]
public sealed class OptionsTests : IDisposable
{
    private readonly SampleProject project = new();

    public void Dispose() => project.Dispose();

    [TestMethod]
    public void Options_OfTheItem_WinOverTheProjects()
    {
        project.Defaults.Options = new PageOptions { InlineLimit = 1_000, Minify = false };

        var reader = project.Read(
            SampleProject.Item("Views/Errors/502.cshtml", ("InlineLimit", "2000"), ("Scripts", "Inline")),
            SampleProject.Item("Views/Errors/503.cshtml"));

        Assert.IsEmpty(reader.Errors);
        Assert.AreEqual(2_000, reader.Pages[0].Options.InlineLimit);
        Assert.AreEqual(ScriptHandling.Inline, reader.Pages[0].Options.Scripts);
        Assert.IsFalse(reader.Pages[0].Options.Minify);
        Assert.AreEqual(1_000, reader.Pages[1].Options.InlineLimit);
        Assert.AreEqual(ScriptHandling.Remove, reader.Pages[1].Options.Scripts);
    }

    [TestMethod]
    public void Options_OfTheItem_AreNotTheViews()
    {
        var page = project.Read(SampleProject.Item(
            "Views/Errors/502.cshtml", ("selfcontained", "false"), ("Servers", "nginx"), ("Title", "Back soon"))).Pages.Single();

        Assert.AreEqual("Title", Assert.ContainsSingle(page.ViewData).Key);
        Assert.IsFalse(page.Options.SelfContained);
    }

    [TestMethod]
    public void Options_Invalid_NameTheItemOnceForAllCultures()
    {
        var reader = project.Read(SampleProject.Item(
            "Views/Errors/502.cshtml", ("MaxBytes", "10 KB"), ("Compress", "no"), ("Cultures", "en;de")));

        Assert.HasCount(2, reader.Errors);
        Assert.AreEqual(DiagnosticCodes.InvalidProperty, reader.Errors[0].Code);
        Assert.AreEqual(
            "Compress=\"no\" of 'Views/Errors/502.cshtml' is not valid. Valid are true and false.", reader.Errors[0].Message);
        Assert.StartsWith("MaxBytes=\"10 KB\" of 'Views/Errors/502.cshtml' is not valid.", reader.Errors[1].Message);
    }

    [TestMethod]
    public void RetryAfter_OfTheItem_IsToldToTheView()
    {
        var page = project.Read(SampleProject.Item("Views/Errors/503.cshtml", ("RetryAfter", "600"))).Pages.Single();

        Assert.AreEqual(600, page.Options.RetryAfterSeconds);
        Assert.AreEqual(new KeyValuePair<string, string>("RetryAfter", "600"), page.ViewData.Single());
    }

    [TestMethod]
    public void RetryAfter_OfTheProject_IsToldToTheView()
    {
        project.Defaults.Options.RetryAfterSeconds = 120;

        var page = project.Read(SampleProject.Item("Views/Errors/503.cshtml")).Pages.Single();

        Assert.AreEqual(new KeyValuePair<string, string>("RetryAfter", "120"), page.ViewData.Single());
    }
}
