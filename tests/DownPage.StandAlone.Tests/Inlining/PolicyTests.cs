using System.Security.Cryptography;
using System.Text;

namespace DownPage.StandAlone.Tests.Inlining;

/// <summary>A page that sets a Content-Security-Policy of its own.</summary>
[TestClass]
public sealed class PolicyTests
{
    private const string Own = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self'\">";

    [TestMethod]
    public void Finish_LinkedStylesheet_IsAllowedByItsHash()
    {
        using var page = new SitePage().With("a.css", "p{color:red}")
            .Finish(Own + "<link rel=\"stylesheet\" href=\"/a.css\">", "<p>Down");

        Assert.Contains($"style-src 'self' 'sha256-{HashOf(page)}'", Policy(page));
    }

    [TestMethod]
    public void Finish_StyleThatThePolicyKnows_IsKnownAfterTrimming()
    {
        const string written = "p{color:red}.none{color:blue}";
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(written)));

        using var page = new SitePage().Finish(
            $"<meta http-equiv=\"Content-Security-Policy\" content=\"style-src 'sha256-{hash}'\"><style>{written}</style>", "<p>Down");

        Assert.AreEqual("p{color:red}", page.Document.QuerySelector("style")!.TextContent);
        Assert.Contains($"'sha256-{HashOf(page)}'", Policy(page));
    }

    [TestMethod]
    public void Finish_StyleThatThePolicyBlocks_StaysBlockedAndIsReported()
    {
        using var page = new SitePage().Finish(Own + "<style>p{color:red}</style>", "<p>Down");

        Assert.AreEqual("default-src 'self'", Policy(page));
        Assert.Contains(RenderProtocol.DiagnosticCodes.BlockedByPolicy, page.Codes);
    }

    [TestMethod]
    public void Finish_Refresh_MayAskForTheSite()
    {
        using var page = new SitePage();
        page.Options.RefreshSeconds = 30;

        page.Finish("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">", "<p>Down");

        Assert.Contains("connect-src 'self'", Policy(page));
        Assert.Contains("script-src 'sha256-", Policy(page));
        Assert.Contains("30000", page.Document.QuerySelector("script")!.TextContent);
    }

    private static string HashOf(SitePage page)
        => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(page.Document.QuerySelector("style")!.TextContent)));

    private static string Policy(SitePage page)
        => page.Document.QuerySelector("meta[http-equiv='Content-Security-Policy']")!.GetAttribute("content")!;
}
