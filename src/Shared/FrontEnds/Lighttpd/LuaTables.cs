using System.Globalization;
using DownPage.PageManifest;

namespace DownPage.FrontEnds.Lighttpd;

/// <summary>What the script knows of the site.</summary>
internal sealed class LuaTables(FrontEndSite site)
{
    private static readonly Dictionary<ManifestForm, string> Forms = new()
    {
        [ManifestForm.Html] = "html",
        [ManifestForm.Json] = "json",
        [ManifestForm.Text] = "text",
    };

    // Those that the script knows to choose among.
    private static readonly string[] Codings = ["br", "gzip"];

    public string Text() => $"""
        local ROOT = {LuaText.Quote(site.PagesRoot + "/")}
        local FLAG = {LuaText.Quote(site.FlagFile)}
        local ERROR = {LuaText.Quote(site.Prefix + "/front/error")}
        local PROBE = {LuaText.Quote(site.Prefix + "/probe")}
        local ASSETS = {LuaText.QuoteOrNil(site.AssetAddress)}
        local COOKIE = {LuaText.Quote(FrontEndSite.BypassCookie)}
        local BYPASS = {LuaText.Table(site.Bypass.Where(path => !path.WithAllBelow).Select(Exact))}
        local BYPASS_BELOW = {LuaText.Table(site.Bypass.Where(path => path.WithAllBelow).Select(Below))}
        local ALLOW = {LuaText.Table(site.Allow.Select(Network))}
        local HEADERS = {LuaText.Table(site.Headers.Select(Header))}
        local VARY = {LuaText.Quote(Vary())}
        local PAGES = {LuaText.Table(site.Pages.Select(Page))}
        """;

    private static string Exact(BypassPath path) => $"[{LuaText.Quote(Lower(path.Path))}] = true";

    private static string Below(BypassPath path) => LuaText.Quote(Lower(path.Path));

    // The bytes of the address after the number of those bits that count.
    private static string Network(AllowedNetwork network) => string.Create(
        CultureInfo.InvariantCulture,
        $"{{ {network.PrefixLength}, {string.Join(", ", network.Address.GetAddressBytes())} }}");

    private static string Header(KeyValuePair<string, string> header)
        => $"{{ {LuaText.Quote(header.Key)}, {LuaText.Quote(header.Value)} }}";

    private static string Page(FrontEndPage page)
    {
        var retryAfter = page.RetryAfter?.ToString(CultureInfo.InvariantCulture);
        return $"[{LuaText.Quote(page.Key)}] = {{ retry = {LuaText.QuoteOrNil(retryAfter)}, "
            + $"files = {LuaText.Table(page.Files.Select(File), 4)} }}";
    }

    private static string File(FrontEndFile file)
        => $"{{ form = \"{Forms[file.Form]}\", language = {LuaText.QuoteOrNil(file.Culture)}, "
            + $"path = {LuaText.Quote(file.Path)}, type = {LuaText.Quote(file.ContentType)}"
            + string.Concat(Codings.Select(coding => Coded(file, coding))) + " }";

    private static string Coded(FrontEndFile file, string coding)
        => file.Encodings.TryGetValue(coding, out var path) ? $",\n          {coding} = {LuaText.Quote(path)}" : "";

    // As the script does it: bytes of ASCII alone.
    private static string Lower(string path)
        => string.Concat(path.Select(
            character => char.IsAsciiLetterUpper(character) ? char.ToLowerInvariant(character) : character));

    private string Vary()
    {
        var files = site.Pages.SelectMany(page => page.Files).ToList();
        List<string> headers =
        [
            .. files.Select(file => file.Form).Distinct().Skip(1).Select(_ => "Accept").Take(1),
            .. files.Select(file => file.Culture).Distinct().Skip(1).Select(_ => "Accept-Language").Take(1),
            .. files.Where(file => Codings.Any(file.Encodings.ContainsKey)).Select(_ => "Accept-Encoding").Take(1),
        ];
        return string.Join(", ", headers);
    }
}
