using AngleSharp.Dom;
using DownPage.RenderProtocol;
using DownPage.StandAlone.Assets;
using DownPage.StandAlone.Checks;

namespace DownPage.StandAlone.Inlining;

/// <summary>What is noticed about the files that a page needs, each once.</summary>
internal sealed class PageReports(PageOptions options, ViewPlaces places, SiteFiles files)
{
    private readonly List<RenderDiagnostic> diagnostics = [];
    private readonly HashSet<(string Code, string Url)> reported = [];
    private readonly HashSet<string> urls = new(StringComparer.Ordinal);

    public IReadOnlyList<RenderDiagnostic> Diagnostics => diagnostics;

    /// <summary>The addresses that have been spoken of.</summary>
    public IReadOnlySet<string> Urls => urls;

    /// <summary>Nothing is published there, or another host has it.</summary>
    public void NotInPage(AssetReference reference, UrlUser user)
    {
        // Whether it may be asked for without encryption is looked at in the finished page, and told there.
        if (reference.Place == AssetPlace.Outside && reference.Url.StartsWith("http:", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        Add(
            reference,
            user,
            reference.Place == AssetPlace.Outside
                ? AssetErrors.Outside(AskerOf(user), reference.Url)
                : AssetErrors.NotPublished(AskerOf(user), Short(reference)));
    }

    /// <summary>A file is beside the page, where it is asked for on purpose.</summary>
    public void Large(AssetReference reference, UrlUser user, int bytes, string target)
    {
        urls.Add(target);
        Add(reference, user, AssetErrors.Large(AskerOf(user), Short(reference), bytes, options.InlineLimit, target));
    }

    /// <summary>A script that stays, and what in it asks the app.</summary>
    public void ScriptAsks(IElement script, string written, string call)
        => diagnostics.Add(AssetErrors.ScriptRequest(StartTag.Of(script), call).At(places.Find(script, written)));

    /// <summary>A script that chose how the page looks, and is removed.</summary>
    public void ThemeScriptRemoved(IElement script, string written)
        => diagnostics.Add(AssetErrors.ThemeScriptRemoved(StartTag.Of(script)).At(places.Find(script, written)));

    /// <summary>What others found.</summary>
    public void Add(IEnumerable<RenderDiagnostic> found) => diagnostics.AddRange(found);

    public void IntegrityMismatch(AssetReference reference, UrlUser user) => Add(
        reference, user, AssetErrors.IntegrityMismatch(AskerOf(user), Short(reference), user.Written));

    public void Unreadable(AssetReference reference, UrlUser user, Exception cause) => Add(
        reference, user, AssetErrors.Unreadable(AskerOf(user), Short(reference), reference.Source!, cause.Message));

    private void Add(AssetReference reference, UrlUser user, RenderDiagnostic diagnostic)
    {
        if (reported.Add((diagnostic.Code, reference.Url)))
        {
            diagnostics.Add(diagnostic.At(PlaceOf(user)));
            urls.Add(reference.Url);
            urls.Add(user.Written);
        }
    }

    private (string? File, int Line, int Column) PlaceOf(UrlUser user)
        => user.StyleSheet is { } sheet && files.Resolve(sheet, sheet).Source is { } source
            ? ViewPlaces.FindIn(source, user.Written)
            : user.Element is { } element ? places.Find(element, user.Written) : places.Find(user.Written);

    private string AskerOf(UrlUser user)
        => user.Element is { } element ? StartTag.Of(element)
            : user.StyleSheet is { } sheet ? files.PathOf(sheet) ?? sheet
            : "<style>";

    // The site's own addresses are shorter without it.
    private string Short(AssetReference reference) => files.PathOf(reference.Url) ?? reference.Url;
}
