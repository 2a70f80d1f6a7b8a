namespace DownPage.FrontEnds.Apache;

/// <summary>Which requests are whose: conditions of sections, and patterns of addresses.</summary>
internal sealed class ApacheConditions(FrontEndSite site)
{
    // The server joins several headers with commas. Names are compared as they are: case counts in cookies.
    private const string Cookie = @"m#(?:^|[;,]\s*)(?:__Host-|__Secure-)?" + FrontEndSite.BypassCookie + "=#";

    // A path that climbs out again is the app's.
    private const string Below = @"(?!.*/(?:\.|%2[Ee]){2}(?:/|$))";

    /// <summary>Addresses of what lies beside the pages: names without folders. Null: there is nothing.</summary>
    public string? AssetPattern
        => site.AssetAddress is { } assets ? $@"^{ApacheText.Pattern(assets)}\w[\w.-]*$" : null;

    /// <summary>Addresses that the front end answers from files.</summary>
    public string OwnPattern => $"^{ApacheText.Pattern(site.Prefix)}/front/{Below}"
        + (AssetPattern is { } assets ? "|" + assets : "");

    /// <summary>Who gets the maintenance page, as an argument that runs over several lines.</summary>
    public string Down()
    {
        // req_novary: else the server would add "Cookie" to the header Vary of what it answers itself.
        string[] lines =
        [
            $"%{{REQUEST_URI}} == {ApacheText.Literal(site.Prefix + "/probe")}",
            $"|| ( -f {ApacheText.Literal(site.FlagFile)}",
            .. site.Allow.Select(network => $"    && ! -R '{network}'"),
            .. site.Bypass.Select(path => $"    && ! %{{REQUEST_URI}} =~ m#{Pattern(path)}#i"),
            $"    && ! req_novary('Cookie') =~ {Cookie}",
            $"    && ! %{{REQUEST_URI}} =~ m#{OwnPattern}# )",
        ];
        return $"\"{string.Join(" \\\n    ", lines.Select(ApacheText.Escape))}\"";
    }

    private static string Pattern(BypassPath path)
        => "^" + ApacheText.Pattern(path.Path) + (path.WithAllBelow ? @"(?:/|\z)" : @"\z");
}
