namespace DownPage.FrontEnds;

/// <summary>All that configuration is made of: the site's pages, and where and how they are to be shown.</summary>
internal sealed record FrontEndSite
{
    /// <summary>
    /// What the names of the testers' cookies end in, whatever they start with (<c>__Host-</c>, <c>__Secure-</c>,
    /// nothing). With one, whatever its value, a request passes to the app, which looks whether it is genuine.
    /// </summary>
    public const string BypassCookie = "downpage-pass";

    /// <summary>Finds such a cookie in the header <c>Cookie</c>, as PCRE and RE2 read it.</summary>
    public const string BypassCookieExpression = @"(?:^|;\s*)(?:__Host-|__Secure-)?" + BypassCookie + "=";

    /// <summary>What writes the configuration, with its version: <c>DownPage.Build 1.0.0</c>.</summary>
    public required string Generator { get; init; }

    /// <summary>The app's name, <c>Shop</c>: letters, digits, <c>.</c>, <c>-</c> and <c>_</c>.</summary>
    public required string Application { get; init; }

    /// <summary>
    /// The folder of the published app on the server, without a slash at its end: <c>/srv/shop</c>. Empty: not known,
    /// for front ends that need none.
    /// </summary>
    public required string DeployRoot { get; init; }

    /// <summary>Where the pages are below <see cref="DeployRoot"/>: <c>_downpage</c>. Empty: right there.</summary>
    public required string PagesFolder { get; init; }

    /// <summary>
    /// Addresses below it are the front end's own, and no visitor can ask for them: <c>/_downpage</c>. The app has
    /// addresses there too (<c>/_downpage/pass</c>): only what configuration names is taken.
    /// </summary>
    public required string Prefix { get; init; }

    /// <summary>
    /// The address that pages ask for what lies beside them, with its slashes: <c>/_downpage/assets/</c>. Null: nothing
    /// does.
    /// </summary>
    public string? AssetAddress { get; init; }

    /// <summary>The files at <see cref="AssetAddress"/>, for front ends that must know each.</summary>
    public IReadOnlyList<PageManifest.ManifestAsset> Assets { get; init; } = [];

    /// <summary>Reads one of <see cref="Assets"/>.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public Func<PageManifest.ManifestAsset, byte[]> ReadAsset { get; init; } = _ => [];

    /// <summary>The file whose presence takes the site down, on the server: <c>/srv/shop/maintenance.on</c>.</summary>
    public required string FlagFile { get; init; }

    /// <summary>What is shown while <see cref="FlagFile"/> is there.</summary>
    public required FrontEndPage Maintenance { get; init; }

    /// <summary>
    /// What is shown when the app is gone, by status: 500, 502, 503, 504, each there. Which of them is meant is the
    /// server's choice.
    /// </summary>
    public required IReadOnlyDictionary<int, FrontEndPage> Gone { get; init; }

    /// <summary>The languages of the pages, that of the default page first. Empty: they say none.</summary>
    public required IReadOnlyList<string> Cultures { get; init; }

    /// <summary>Networks whose requests pass while the site is down.</summary>
    public IReadOnlyList<AllowedNetwork> Allow { get; init; } = [];

    /// <summary>Paths whose requests pass while the site is down. The page for testers is one of them.</summary>
    public IReadOnlyList<BypassPath> Bypass { get; init; } = [];

    /// <summary>Whether the app's own 502, 503 and 504 are replaced as well. Default: they are not.</summary>
    public bool Intercept { get; init; }

    /// <summary>Headers that pages carry besides those that they always do.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The folder of the pages on the server: <c>/srv/shop/_downpage</c>.</summary>
    public string PagesRoot => PagesFolder.Length == 0 ? DeployRoot : DeployRoot + "/" + PagesFolder;

    /// <summary>Where the configuration is on the server: <c>/srv/shop/_downpage/conf</c>.</summary>
    public string ConfigRoot => PagesRoot + "/conf";

    /// <summary>Every page once: <see cref="Maintenance"/>, then <see cref="Gone"/> by status.</summary>
    public IEnumerable<FrontEndPage> Pages => [Maintenance, .. Gone.OrderBy(page => page.Key).Select(page => page.Value)];

    /// <summary>Whether any page is there as problem details.</summary>
    public bool HasJson => Pages.Any(page => page.Files.Any(file => file.Form == PageManifest.ManifestForm.Json));

    /// <summary>Whether any page is there as plain text.</summary>
    public bool HasText => Pages.Any(page => page.Files.Any(file => file.Form == PageManifest.ManifestForm.Text));
}
