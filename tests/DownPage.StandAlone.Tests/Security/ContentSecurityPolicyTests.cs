using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using DownPage.StandAlone.Security;
using DownPage.StandAlone.Tests.Checks;
using DownPage.StandAlone.Tests.Markup;

namespace DownPage.StandAlone.Tests.Security;

[TestClass]
public sealed class ContentSecurityPolicyTests
{
    private const string Style = "a { color: red }";
    private const string Script = "f()";

    private static readonly string StyleHash = Hash(Style);
    private static readonly string ScriptHash = Hash(Script);

    [TestMethod]
    [DataRow("style-src 'self'", "style-src 'self' STYLE", DisplayName = "a hash for the style")]
    [DataRow("style-src 'none'", "style-src STYLE", DisplayName = "nothing else means nothing any more")]
    [DataRow("style-src 'self' 'unsafe-inline'", null, DisplayName = "all styles are allowed")]
    [DataRow("style-src 'unsafe-inline' 'nonce-abc'", "style-src 'unsafe-inline' 'nonce-abc' STYLE",
        DisplayName = "all but inline ones")]
    [DataRow("style-src 'unsafe-inline' 'strict-dynamic'", null, DisplayName = "strict-dynamic is about scripts")]
    [DataRow("default-src 'self'", "default-src 'self'; style-src 'self' STYLE; script-src 'self' SCRIPT",
        DisplayName = "a copy of the default")]
    [DataRow("default-src 'none'; script-src 'self'", "default-src 'none'; script-src 'self' SCRIPT; style-src STYLE",
        DisplayName = "no default")]
    [DataRow("style-src 'self'; STYLE-SRC-ELEM 'self'", "style-src 'self'; STYLE-SRC-ELEM 'self' STYLE",
        DisplayName = "the nearest directive")]
    [DataRow("script-src 'unsafe-inline' 'strict-dynamic'", "script-src 'unsafe-inline' 'strict-dynamic' SCRIPT",
        DisplayName = "strict-dynamic")]
    [DataRow("script-src STYLE SCRIPT", null, DisplayName = "allowed already")]
    [DataRow("img-src 'self'; upgrade-insecure-requests", null, DisplayName = "a policy about something else")]
    [DataRow("style-src 'self'; style-src 'unsafe-inline'", "style-src 'self' STYLE", DisplayName = "the first of a name")]
    [DataRow("", null, DisplayName = "no policy")]
    public void Policy_OfAPageWithInsertions_AllowsThemAndNothingElse(string policy, string? expected)
    {
        var document = Page(Filled(policy)!, $"<style>{Style}</style><script>{Script}</script>");

        var diagnostics = ContentSecurityPolicy.Adapt(document, All(document), new SamplePage.Places());

        Assert.AreEqual(Filled(expected ?? policy), Policy(document));
        Assert.IsEmpty(diagnostics);
    }

    [TestMethod]
    [DataRow("img-src 'self'; font-src 'self'; connect-src 'none'",
        "img-src 'self' data:; font-src 'self' data:; connect-src 'self'")]
    [DataRow("img-src * data:; font-src Data:; connect-src *", "img-src * data:; font-src Data:; connect-src *")]
    [DataRow("img-src *", "img-src * data:")]
    [DataRow("default-src 'self'",
        "default-src 'self'; img-src 'self' data:; font-src 'self' data:; media-src 'self' data:")]
    public void Policy_OfAPageWithDataAddresses_AllowsThemWhereTheyAre(string policy, string expected)
    {
        var document = Page(policy, "");
        var insertions = new Insertions(new HashSet<IElement>(), Images: true, Fonts: true, Media: true, LooksForSite: true);

        ContentSecurityPolicy.Adapt(document, insertions, new SamplePage.Places());

        Assert.AreEqual(expected, Policy(document));
    }

    [TestMethod]
    public void Policy_OfAPageWithoutInsertions_StaysAsItIsWritten()
    {
        var document = Page("  default-src   'none' ;; ", "");

        ContentSecurityPolicy.Adapt(document, new Insertions(new HashSet<IElement>()), new SamplePage.Places());

        Assert.AreEqual("  default-src   'none' ;; ", Policy(document));
    }

    [TestMethod]
    public void Style_OfTheView_StaysBlockedAndIsReported()
    {
        var document = Page("style-src 'self'", $"<style>{Style}</style>");

        var diagnostic = ContentSecurityPolicy.Adapt(
            document, new Insertions(new HashSet<IElement>()), new SamplePage.Places()).Single();

        Assert.AreEqual("style-src 'self'", Policy(document));
        Assert.AreEqual("DP0315", diagnostic.Code);
        Assert.Contains("'<style>a { color: red }' is blocked", diagnostic.Message);
        Assert.AreEqual(("Layout.cshtml", 7), (diagnostic.File, diagnostic.Line));
    }

    [TestMethod]
    [DataRow("<script nonce=abc>f()</script>", DisplayName = "a nonce")]
    [DataRow("<script type=application/ld+json>{}</script>", DisplayName = "data")]
    [DataRow("<script src=/a.js></script>", DisplayName = "a file")]
    public void Script_ThatThePolicyLetsBe_IsNotReported(string script)
    {
        var document = Page("script-src 'self' 'nonce-abc'", script);

        Assert.IsEmpty(ContentSecurityPolicy.Adapt(document, new Insertions(new HashSet<IElement>()), new SamplePage.Places()));
    }

    [TestMethod]
    public void Style_BeforeThePolicy_IsNotItsBusiness()
    {
        var document = Html.Parse("<!doctype html><head><style>a{}</style>"
            + "<meta http-equiv=content-security-policy content=\"style-src 'none'\"></head>");

        ContentSecurityPolicy.Adapt(document, All(document), new SamplePage.Places());

        Assert.AreEqual("style-src 'none'", Policy(document));
    }

    [TestMethod]
    public void Hash_OfAText_IsThatOfItsLineFeeds()
    {
        var document = Page("style-src 'self'", "<style></style>");
        document.QuerySelector("style")!.TextContent = "a {\r\n}\r\u2028";

        ContentSecurityPolicy.Adapt(document, All(document), new SamplePage.Places());

        Assert.AreEqual($"style-src 'self' {Hash("a {\n}\n\u2028")}", Policy(document));
    }

    private static IDocument Page(string policy, string head)
        => Html.Parse($"<!doctype html><head><meta http-equiv=Content-Security-Policy content=\"{policy}\">{head}</head>");

    private static Insertions All(IDocument document) => new(document.QuerySelectorAll("style, script").ToHashSet());

    private static string? Policy(IDocument document)
        => document.QuerySelector("meta[http-equiv='content-security-policy' i]")!.GetAttribute("content");

    private static string? Filled(string? policy) => policy?
        .Replace("STYLE-SRC", "style~src", StringComparison.Ordinal)
        .Replace("STYLE", StyleHash, StringComparison.Ordinal)
        .Replace("SCRIPT", ScriptHash, StringComparison.Ordinal)
        .Replace("style~src", "STYLE-SRC", StringComparison.Ordinal);

    private static string Hash(string text)
        => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";
}
