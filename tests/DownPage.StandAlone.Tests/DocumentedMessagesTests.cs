using DownPage.RenderProtocol;
using DownPage.StandAlone.Checks;

namespace DownPage.StandAlone.Tests;

/// <summary>The messages of docs/errors.md are the real ones: whoever searches for one finds it.</summary>
[TestClass]
public sealed class DocumentedMessagesTests
{
    private const string Logo = "<img src=\"/img/Logo.png\" alt=\"Shop\">";

    private static readonly RenderDiagnostic[] Diagnostics =
    [
        AssetErrors.NotPublished(Logo, "/img/Logo.png"),
        PageWarnings.AsksTheApp("<link rel=\"manifest\" href=\"/app.webmanifest\">", "/app.webmanifest"),
        AssetErrors.Outside("<link rel=\"stylesheet\" href=\"https://cdn.example/pico.css\">", "https://cdn.example/pico.css"),
        AssetErrors.Large(
            "<img src=\"/img/team.jpg\" alt=\"\">", "/img/team.jpg", 1_234_567, 65_536, "_downpage/assets/3f8a9c01.jpg"),
        AssetErrors.IntegrityMismatch(
            "<link rel=\"stylesheet\" href=\"/lib/pico.css\">", "/lib/pico.css", "sha384-9ndCyUaIbzAi2FUVXJi0CjmCapSm"),
        PageWarnings.FrameIntoApp("<iframe src=\"/chat\">", "/chat"),
        PageWarnings.FormIntoApp("<form method=\"post\" action=\"/newsletter\">"),
        PageWarnings.MixedContent(
            "<img src=\"http://img.example/map.png\">", "http://img.example/map.png", "https://shop.example"),
        PageWarnings.NoDoctype("502.html"),
        PageWarnings.QuirksDoctype("502.html", "<!DOCTYPE html PUBLIC \"-//W3C//DTD HTML 4.01 Transitional//EN\">"),
        PageWarnings.NoCharset("502.html"),
        PageWarnings.NoLanguage("<html>", "de"),
        PageWarnings.NoTitle("502.html"),
        PageWarnings.NoViewport("502.html"),
        PageWarnings.OverMaxBytes("502.html", 16_329, 10_240),
        PageWarnings.OverServerLimit("502.html", "16,329 bytes", ServerLimits.Find("appservice")!),
        PageWarnings.BlockedByPolicy("<script>document.body.className = 'js'", "script-src 'self'"),
        AssetErrors.ScriptRequest("<script src=\"/js/cart.js\">", "fetch("),
        AssetErrors.ThemeScriptRemoved("<script src=\"/js/theme.js\">"),
        AssetErrors.InvalidKeepCss("/src/Shop/Shop.csproj", "Views/Errors/502.cshtml", "div["),
        AssetErrors.Unreadable(
            Logo, "/img/Logo.png", "/src/Shop/wwwroot/img/Logo.png", "Access to the path is denied."),
        PageWarnings.TooLargeForServer("502.html", "16,329 bytes", ServerLimits.Find("haproxy")!),
    ];

    [TestMethod]
    public void Message_OfAStandAlonePage_StandsInItsSection()
    {
        foreach (var diagnostic in Diagnostics)
        {
            Assert.Contains(
                ErrorsDocument.OneLine(diagnostic.Message), ErrorsDocument.Section(diagnostic.Code), diagnostic.Code);
            Assert.Contains(
                $"{(diagnostic.IsError ? "error" : "warning")} {diagnostic.Code}: ", ErrorsDocument.Section(diagnostic.Code));
        }
    }

    [TestMethod]
    public void Codes_OfStandAlonePages_HaveAMessageHere()
    {
        var codes = typeof(DiagnosticCodes).GetFields().Select(field => (string)field.GetValue(null)!)
            .Where(code => code.StartsWith("DP03", StringComparison.Ordinal));

        CollectionAssert.AreEquivalent(codes.ToArray(), Diagnostics.Select(diagnostic => diagnostic.Code).Distinct().ToArray());
    }
}
