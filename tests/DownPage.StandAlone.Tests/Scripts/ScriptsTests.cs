using System.Text.Json;
using DownPage.RenderProtocol;
using DownPage.StandAlone.Assets;

namespace DownPage.StandAlone.Tests.Scripts;

[TestClass]
public sealed class ScriptsTests
{
    private const string Layout = """
        <script src="/js/site.js"></script><script>var inline = 1</script><script type="module">import "/js/a.js"</script>
        <script type="importmap">{"imports":{}}</script><script type="application/ld+json">{"name":"Shop"}</script>
        """;

    [TestMethod]
    public void Finish_RulesOfWhatToAskForAhead_GoWithTheScripts()
    {
        using var page = new SitePage();
        page.Options.Scripts = ScriptHandling.Remove;

        page.FinishBody("<script type=speculationrules>{\"prefetch\":[{\"urls\":[\"/shop\"]}]}</script>");

        Assert.IsNull(page.Document.QuerySelector("script"));
    }

    [TestMethod]
    public void Finish_Remove_LeavesDataAlone()
    {
        using var page = new SitePage().With("js/site.js", "var site = 1").FinishBody(Layout);

        var script = Assert.ContainsSingle(page.Document.QuerySelectorAll("script"));
        Assert.AreEqual("application/ld+json", script.GetAttribute("type"));
    }

    [TestMethod]
    [DataRow("<script>matchMedia('(prefers-color-scheme: dark)').matches && (document.documentElement.dataset.theme = 'dark')</script>")]
    [DataRow("<script src=\"/js/theme.js\"></script>")]
    public void Finish_RemoveOfAThemeScript_IsReported(string script)
    {
        using var page = new SitePage().With("js/theme.js", "if (matchMedia('(prefers-color-scheme: dark)').matches) dark()")
            .Finish(script, "<p>Down");

        Assert.ContainsSingle(code => code == DiagnosticCodes.ThemeScriptRemoved, page.Codes);
        Assert.IsNull(page.Document.QuerySelector("script"));
    }

    [TestMethod]
    public void Finish_ScriptThatStaysAndAsks_IsReported()
    {
        using var page = Inlining().With("a.js", "fetch('/api')").FinishBody("<script src=\"/a.js\"></script>");

        Assert.ContainsSingle(code => code == DiagnosticCodes.ScriptRequest, page.Codes);
    }

    [TestMethod]
    public void Finish_Remove_LeavesWhatAVisitorStarts()
    {
        using var page = new SitePage().FinishBody(
            "<button onclick=\"location.reload()\">Again</button><img src=\"data:,\" onerror=\"this.src='/x.png'\">");

        Assert.IsNotNull(page.Document.QuerySelector("button[onclick]"));
        Assert.IsNull(page.Document.QuerySelector("[onerror]"));
    }

    [TestMethod]
    [DataRow(nameof(ScriptHandling.Remove))]
    [DataRow(nameof(ScriptHandling.Inline))]
    [DataRow(nameof(ScriptHandling.Keep))]
    public void Finish_ScriptThatConnectsToTheApp_AlwaysGoes(string scripts)
    {
        using var page = new SitePage().With("lib/signalr/signalr.min.js", "");
        page.Options.Scripts = Enum.Parse<ScriptHandling>(scripts);

        page.FinishBody("""
            <script src="/_framework/blazor.web.abc123.js"></script><script>Blazor.start({})</script>
            <script src="/lib/signalr/signalr.min.js"></script>
            """);

        Assert.IsEmpty(page.Document.QuerySelectorAll("script"));
    }

    [TestMethod]
    public void Finish_InlineClassicScripts_AreInTheirOrder()
    {
        using var page = Inlining().With("a.js", "var a = 1").With("b.js", "var b = '<\\/script>'")
            .FinishBody("<script src=\"/a.js\"></script><script>var c</script><script src=\"/b.js\"></script>");

        CollectionAssert.AreEqual(
            new[] { "var a = 1", "var c", "var b = '<\\/script>'" },
            page.Document.QuerySelectorAll("script").Select(script => script.TextContent).ToArray());
    }

    [TestMethod]
    [DataRow("defer")]
    [DataRow("async")]
    public void Finish_InlineScriptThatWaits_StillWaits(string attribute)
    {
        using var page = Inlining().With("a.js", "var a = 1").FinishBody($"<script {attribute} src=\"/a.js\"></script>");

        var script = page.Document.QuerySelector("script")!;
        Assert.IsTrue(script.HasAttribute(attribute));
        Assert.AreEqual("var a = 1", DataUri.ReadText(script.GetAttribute("src")!));
    }

    [TestMethod]
    public void Finish_InlineScriptThatWouldEndItsElement_IsEscaped()
    {
        using var page = Inlining().With("a.js", "var a = '</script>'").FinishBody("<script src=\"/a.js\"></script>");

        Assert.AreEqual("var a = '<\\/script>'", page.Document.QuerySelector("script")!.TextContent);
    }

    [TestMethod]
    public void Finish_InlineModules_AreInTheImportMapWithAllTheyImport()
    {
        using var page = Inlining()
            .With("js/app.js", "import { b } from './b.js'; import lib from 'lib'; import('https://cdn.example/x.js')")
            .With("js/b.js", "import '../js/app.js'; export const b = 1")
            .With("lib/lib.js", "export default 2")
            .FinishBody("""
                <script type="importmap">{"imports":{"lib":"/lib/lib.js","far":"https://cdn.example/far.js"}}</script>
                <script type="module" src="/js/app.js"></script>
                """);

        using var map = JsonDocument.Parse(page.Document.QuerySelector("script[type=importmap]")!.TextContent);
        var imports = map.RootElement.GetProperty("imports").EnumerateObject()
            .ToDictionary(entry => entry.Name, entry => entry.Value.GetString()!);
        var module = page.Document.QuerySelector("script[type=module]")!.TextContent;
        Assert.AreEqual("https://cdn.example/far.js", imports["far"]);
        Assert.StartsWith("import { b } from 'downpage/1'", module);
        Assert.Contains("import('https://cdn.example/x.js')", module);
        Assert.AreEqual(4, imports.Count);
        Assert.Contains("export const b = 1", DataUri.ReadText(imports["downpage/1"])!);
    }

    [TestMethod]
    public void Finish_InlineLargeScript_IsBesideThePage()
    {
        using var page = Inlining().With("a.js", new string(' ', 200));
        page.Options.InlineLimit = 100;

        page.FinishBody("<script src=\"/a.js\"></script>");

        Assert.AreEqual(
            "/_downpage/" + page.Finished.Assets[0].Path, page.Document.QuerySelector("script")!.GetAttribute("src"));
    }

    [TestMethod]
    public void Finish_Keep_LeavesScriptsAsTheyAre()
    {
        using var page = new SitePage().With("a.js", "document.body.className = 'is-ready'")
            .With("a.css", ".is-ready{color:red}.other{color:blue}");
        page.Options.Scripts = ScriptHandling.Keep;

        page.Finish("<link rel=\"stylesheet\" href=\"/a.css\">", "<script src=\"/a.js\"></script>");

        Assert.AreEqual("/a.js", page.Document.QuerySelector("script")!.GetAttribute("src"));
        Assert.AreEqual(".is-ready{color:red}", page.Document.QuerySelector("style")!.TextContent.Trim());
    }

    private static SitePage Inlining()
    {
        var page = new SitePage();
        page.Options.Scripts = ScriptHandling.Inline;
        return page;
    }
}
