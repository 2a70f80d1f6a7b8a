using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using DownPage.RenderProtocol;
using DownPage.StandAlone.Checks;
using DownPage.StandAlone.Scripts;

namespace DownPage.StandAlone.Security;

/// <summary>
/// The policies that a page sets itself, <c>&lt;meta http-equiv="Content-Security-Policy"></c>. What was put into the
/// page is allowed, each text by its hash, and nothing else.
/// </summary>
internal static class ContentSecurityPolicy
{
    /// <summary>Adapts the policies, and reports what of the view's own they block.</summary>
    /// <param name="document">The page, whose styles and scripts are not changed any more.</param>
    /// <param name="insertions">What was put into it.</param>
    /// <param name="places">Where the page's elements come from.</param>
    public static IReadOnlyList<RenderDiagnostic> Adapt(IDocument document, Insertions insertions, IElementPlaces places)
    {
        var blocked = new Dictionary<IElement, RenderDiagnostic>();
        foreach (var meta in document.QuerySelectorAll("head > meta[http-equiv='content-security-policy' i][content]"))
        {
            var policy = new PolicyDirectives(meta.GetAttribute("content")!);
            AllowInline(policy, meta, insertions, blocked);
            AllowSources(policy, insertions);
            if (policy.IsChanged)
            {
                meta.SetAttribute("content", policy.ToString());
            }
        }

        return [.. blocked.Select(found => found.Value.At(places.Find(found.Key, "<" + found.Key.LocalName)))];
    }

    /// <summary>Whether a policy of the page allows a text by its hash: changed, the text needs another one.</summary>
    public static bool NamesHashOf(IDocument document, string text)
    {
        var policies = document.QuerySelectorAll("meta[http-equiv='content-security-policy' i]")
            .Select(meta => meta.GetAttribute("content") ?? "").ToList();
        return policies.Count > 0 && Hashes(Encoding.UTF8.GetBytes(text))
            .Any(hash => policies.Any(policy => policy.Contains(hash, StringComparison.Ordinal)));
    }

    private static IEnumerable<string> Hashes(byte[] text) =>
        ((byte[][])[SHA256.HashData(text), SHA384.HashData(text), SHA512.HashData(text)]).Select(Convert.ToBase64String);

    private static void AllowInline(
        PolicyDirectives policy, IElement meta, Insertions insertions, Dictionary<IElement, RenderDiagnostic> blocked)
    {
        var rule = new InlineRule(policy);
        foreach (var element in meta.Owner!.QuerySelectorAll("style, script").Where(IsInline))
        {
            // A policy holds for what follows it.
            if (!meta.CompareDocumentPosition(element).HasFlag(DocumentPositions.Following)
                || rule.BlockedBy(element) is not { } directive)
            {
                continue;
            }

            if (insertions.Elements.Contains(element))
            {
                rule.Allow(element, directive);
            }
            else
            {
                blocked.TryAdd(element, PageWarnings.BlockedByPolicy(Quote(element), Text(policy, directive)));
            }
        }
    }

    private static void AllowSources(PolicyDirectives policy, Insertions insertions)
    {
        if (insertions.Images)
        {
            AllowSource(policy, "img-src", "data:");
        }

        if (insertions.Fonts)
        {
            AllowSource(policy, "font-src", "data:");
        }

        if (insertions.Media)
        {
            AllowSource(policy, "media-src", "data:");
        }

        if (insertions.LooksForSite)
        {
            AllowSource(policy, "connect-src", "'self'", "*");
        }
    }

    private static void AllowSource(PolicyDirectives policy, string name, string source, string? instead = null)
    {
        if (policy.Effective(name, "default-src") is { } effective
            && !policy.Sources(effective)!.Any(other => PolicyDirectives.Is(other, source) || other == instead))
        {
            policy.Allow(source, name, effective);
        }
    }

    private static bool IsInline(IElement element)
        => element.LocalName == "style"
            || (!element.HasAttribute("src") && ScriptElement.KindOf(element) != ScriptKind.Data);

    // The tag alone would not tell one script from another.
    private static string Quote(IElement element)
    {
        var words = element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return StartTag.Cut(StartTag.Of(element) + string.Join(' ', words));
    }

    private static string Text(PolicyDirectives policy, string directive)
        => string.Join(' ', policy.Sources(directive)!.Prepend(directive));
}
