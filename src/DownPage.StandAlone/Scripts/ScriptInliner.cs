using System.Text;
using AngleSharp.Dom;
using DownPage.RenderProtocol;
using DownPage.StandAlone.Assets;
using DownPage.StandAlone.Inlining;
using DownPage.StandAlone.Markup;

namespace DownPage.StandAlone.Scripts;

/// <summary>
/// What <c>DownPageScripts</c> says: removes the scripts of a page, or puts them into it in their order, or leaves
/// them.
/// The framework's scripts that keep a connection to the app always go.
/// </summary>
internal sealed class ScriptInliner
{
    // What a script asks a server with.
    private static readonly string[] Requests = ["fetch(", "XMLHttpRequest", "WebSocket(", "EventSource(", "sendBeacon("];

    private const string Theme = "prefers-color-scheme";

    private readonly PageContext context;
    private readonly IElement? mapElement;
    private readonly ImportMap map;
    private readonly ModuleGraph modules;

    public ScriptInliner(PageContext context)
    {
        this.context = context;
        mapElement = Scripts().FirstOrDefault(script => ScriptElement.KindOf(script) == ScriptKind.ImportMap);
        map = ImportMap.Read(mapElement);
        modules = new ModuleGraph(context, map);
    }

    /// <returns>The text of all scripts that stay, with that of event handlers; null: none stays.</returns>
    public string? Apply()
    {
        foreach (var script in Scripts().Where(script => ScriptElement.KindOf(script) != ScriptKind.Data).ToList())
        {
            if (context.Options.Scripts == ScriptHandling.Remove || ScriptElement.ConnectsToApp(script))
            {
                Remove(script);
                continue;
            }

            ReportRequests(script);
            if (context.Options.Scripts == ScriptHandling.Inline)
            {
                Inline(script);
            }
        }

        if (context.Options.Scripts == ScriptHandling.Remove)
        {
            RemoveHandlers();
        }
        else if (context.Options.Scripts == ScriptHandling.Inline)
        {
            WriteMap();
        }

        return TextOfScripts();
    }

    private IEnumerable<IElement> Scripts() => context.Document.QuerySelectorAll("script");

    // Most scripts are not missed; the one that makes the page dark is.
    private void Remove(IElement script)
    {
        if (TextOf(script)?.Contains(Theme, StringComparison.Ordinal) == true)
        {
            context.Reports.ThemeScriptRemoved(script, script.GetAttribute("src") ?? Theme);
        }

        script.Remove();
    }

    private void ReportRequests(IElement script)
    {
        var text = TextOf(script) ?? "";
        if (Requests.FirstOrDefault(call => text.Contains(call, StringComparison.Ordinal)) is { } found)
        {
            context.Reports.ScriptAsks(script, script.GetAttribute("src") ?? found, found);
        }
    }

    private void Inline(IElement script)
    {
        var kind = ScriptElement.KindOf(script);
        if (kind == ScriptKind.ImportMap)
        {
            return;
        }

        if (script.GetAttribute("src") is not { } url)
        {
            if (kind == ScriptKind.Module)
            {
                script.TextContent = modules.Rewrite(
                    script.TextContent, context.BaseUrlOf(script), new UrlUser(script, script.TextContent));
            }

            return;
        }

        var reference = context.Resolve(url, context.BaseUrlOf(script));
        var user = new UrlUser(script, url);
        if (DataUri.Is(url))
        {
            return;
        }

        if (reference.Place == AssetPlace.Outside)
        {
            context.Reports.NotInPage(reference, user);
        }
        else if (script.HasAttribute("nomodule") || context.Read(reference, user) is not { } asset
            || !Integrity.Holds(script, asset, reference, context))
        {
            script.Remove();
        }
        else
        {
            Embed(script, kind, asset, reference, user);
        }
    }

    private void Embed(IElement script, ScriptKind kind, Asset asset, AssetReference reference, UrlUser user)
    {
        var text = kind == ScriptKind.Module ? modules.Rewrite(asset.Text, reference.Url, user) : asset.Text;
        script.RemoveAttribute("integrity");
        script.RemoveAttribute("crossorigin");
        var content = Encoding.UTF8.GetBytes(text);
        if (content.Length > context.Options.InlineLimit)
        {
            script.SetAttribute("src", context.PlaceBeside("text/javascript", content, reference, user));
        }
        else if (IsDeferred(script, kind))
        {
            // Only a script with a source can be deferred.
            script.SetAttribute("src", DataUri.Create("text/javascript", content));
        }
        else
        {
            script.RemoveAttribute("src");
            script.TextContent = RawText.ForScript(text);
            context.Inserted.Add(script);
        }
    }

    private static bool IsDeferred(IElement script, ScriptKind kind)
        => kind == ScriptKind.Classic && (script.HasAttribute("defer") || script.HasAttribute("async"));

    // Before the first module: a map that comes later is not heard.
    private void WriteMap()
    {
        var firstModule = Scripts().FirstOrDefault(script => ScriptElement.KindOf(script) == ScriptKind.Module);
        if (firstModule is null || (modules.Modules.Count == 0 && mapElement is null))
        {
            mapElement?.Remove();
            return;
        }

        var target = mapElement;
        if (target is null)
        {
            target = context.Document.CreateElement("script");
            target.SetAttribute("type", "importmap");
            firstModule.Parent!.InsertBefore(target, firstModule);
        }

        context.Inserted.Add(target);
        target.TextContent = map.Write(
            modules.Modules, url => context.Resolve(url, context.BaseUrl).Place is AssetPlace.Outside);
    }

    // What runs without anybody's doing; what a visitor starts may stay.
    private void RemoveHandlers()
    {
        foreach (var element in context.Document.QuerySelectorAll("[onload], [onerror]"))
        {
            element.RemoveAttribute("onload");
            element.RemoveAttribute("onerror");
        }
    }

    private string? TextOfScripts()
    {
        var text = new StringBuilder();
        foreach (var script in Scripts().Where(script => ScriptElement.KindOf(script) is ScriptKind.Classic or ScriptKind.Module))
        {
            text.Append(TextOf(script)).Append('\n');
        }

        foreach (var module in modules.Modules.Values)
        {
            text.Append(DataUri.ReadText(module)).Append('\n');
        }

        foreach (var element in context.Document.All)
        {
            foreach (var attribute in element.Attributes)
            {
                if (attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)
                    || attribute.Value.StartsWith("javascript:", StringComparison.OrdinalIgnoreCase))
                {
                    text.Append(attribute.Value).Append('\n');
                }
            }
        }

        return text.Length > 0 ? text.ToString() : null;
    }

    // A script that is asked for may still be a published one, whose text is known.
    private string? TextOf(IElement script)
    {
        if (script.GetAttribute("src") is not { } url)
        {
            return script.TextContent;
        }

        return DataUri.Is(url)
            ? DataUri.ReadText(url)
            : context.Read(context.Resolve(url, context.BaseUrlOf(script)), user: null)?.Text;
    }
}
