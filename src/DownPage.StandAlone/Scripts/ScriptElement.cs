using AngleSharp.Dom;

namespace DownPage.StandAlone.Scripts;

/// <summary>Reads a <c>script</c> element as a browser would.</summary>
internal static class ScriptElement
{
    private static readonly HashSet<string> JavaScriptTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        "", "text/javascript", "application/javascript", "application/ecmascript", "application/x-ecmascript",
        "application/x-javascript", "text/ecmascript", "text/javascript1.0", "text/javascript1.1", "text/javascript1.2",
        "text/javascript1.3", "text/javascript1.4", "text/javascript1.5", "text/jscript", "text/livescript",
        "text/x-ecmascript", "text/x-javascript",
    };

    // Scripts of the framework that keep a connection to the app: without it they show an error over the page.
    private static readonly string[] Connecting =
        ["_framework/", "blazor.", "signalr.", "signalr/", "aspnetcore-browser-refresh"];

    public static ScriptKind KindOf(IElement script) => (script.GetAttribute("type") ?? "").Trim() switch
    {
        var type when type.Equals("module", StringComparison.OrdinalIgnoreCase) => ScriptKind.Module,
        var type when type.Equals("importmap", StringComparison.OrdinalIgnoreCase) => ScriptKind.ImportMap,
        var type when type.Equals("speculationrules", StringComparison.OrdinalIgnoreCase) => ScriptKind.SpeculationRules,
        var type when JavaScriptTypes.Contains(type) => ScriptKind.Classic,
        _ => ScriptKind.Data,
    };

    /// <summary>Whether it would try to reach the app, which is down.</summary>
    public static bool ConnectsToApp(IElement script)
    {
        var source = script.GetAttribute("src");
        return source is null
            ? script.TextContent.Contains("Blazor.start(", StringComparison.Ordinal)
            : Connecting.Any(name => source.Contains(name, StringComparison.OrdinalIgnoreCase));
    }
}
