namespace DownPage.FrontEnds.Caddy;

/// <summary>
/// Caddy 2: one file to import in the site block; the same in two for sites with a handle_errors of their own; and
/// one for
/// the reverse proxy, where that is asked for.
/// </summary>
internal sealed class CaddyFrontEnd : IFrontEnd
{
    private const string MainFile = "caddy/downpage.caddy";
    private const string SwitchFile = "caddy/downpage-switch.caddy";
    private const string ErrorsFile = "caddy/downpage-errors.caddy";
    private const string InterceptFile = "caddy/downpage-intercept.caddy";

    private static readonly string[] TestAndReload =
        ["Test:   caddy validate --config /etc/caddy/Caddyfile", "Reload: systemctl reload caddy"];

    public string Name => "caddy";

    public bool NeedsDeployRoot => true;

    public IReadOnlyList<ConfigFile> Write(FrontEndSite site)
    {
        var files = new List<ConfigFile>
        {
            Signed(site, MainFile, Site(site)),
            Signed(site, SwitchFile, Switch(site)),
            Signed(site, ErrorsFile, Errors(site)),
        };
        if (site.Intercept)
        {
            files.Add(Signed(site, InterceptFile, ReverseProxy(site)));
        }

        return files;
    }

    private static ConfigFile Signed(FrontEndSite site, string path, string text)
        => ConfigStamp.Sign(path, "#", site.Generator, text);

    private static string Site(FrontEndSite site)
    {
        var file = new CaddyWriter();
        file.Comment(
        [
            $"DownPage - Caddy 2 - {site.Application}",
            "",
            "Where it goes: into the site block, if that has no handle_errors of its own:",
            "    " + Import(site, MainFile),
            .. TestAndReload,
            "",
            "Of several handle_errors Caddy may run the first alone. A site that has one takes these two instead:",
            "    " + Import(site, SwitchFile),
            "    handle_errors {",
            "        " + Import(site, ErrorsFile),
            "        ...",
            "    }",
            "",
            "A hanging app is answered for only if reverse_proxy has a limit, which by default it has not:",
            "    transport http { response_header_timeout 30s }",
        ]);
        file.Comment(site.Intercept
            ? ["", "The app's own 502, 503 and 504 are replaced too, with this within each reverse_proxy block:",
                "    " + Import(site, InterceptFile)]
            : ["", "The app's own 502, 503 and 504 stay as they are. To replace them: DownPageIntercept."]);
        file.Space();
        WriteSwitch(file, site);
        file.Space();
        new CaddyPages(site).Write(file);
        return file.ToString();
    }

    private static string Switch(FrontEndSite site)
    {
        var file = new CaddyWriter();
        file.Comment(
        [
            $"DownPage - Caddy 2 - {site.Application}: for a site with a handle_errors of its own",
            "",
            "Where it goes: into the site block, together with downpage-errors.caddy:",
            "    " + Import(site, SwitchFile),
            .. TestAndReload,
        ]);
        file.Space();
        WriteSwitch(file, site);
        return file.ToString();
    }

    private static string Errors(FrontEndSite site)
    {
        var file = new CaddyWriter();
        file.Comment(
        [
            $"DownPage - Caddy 2 - {site.Application}: for a site with a handle_errors of its own",
            "",
            "Where it goes: into that handle_errors, together with downpage-switch.caddy in the site block:",
            "    " + Import(site, ErrorsFile),
            .. TestAndReload,
        ]);
        file.Space();
        new CaddyPages(site).WriteInside(file);
        return file.ToString();
    }

    private static void WriteSwitch(CaddyWriter file, FrontEndSite site)
    {
        new CaddySwitch(site).Write(file);
        if (site.AssetAddress is { } assets)
        {
            file.Space();
            WriteAssets(file, site, assets);
        }
    }

    private static string ReverseProxy(FrontEndSite site)
    {
        var file = new CaddyWriter();
        file.Comment(
        [
            $"DownPage - Caddy 2 - {site.Application}: the app's own 502, 503 and 504",
            "",
            "Where it goes: into each reverse_proxy block; the site block imports downpage.caddy:",
            "    " + Import(site, InterceptFile),
            .. TestAndReload,
        ]);
        file.Space();
        file.Line("@downpage_own status 502 503 504");
        file.Block("handle_response @downpage_own", () => file.Line("error downpage {http.reverse_proxy.status_code}"));
        return file.ToString();
    }

    private static void WriteAssets(CaddyWriter file, FrontEndSite site, string address)
    {
        var path = address.TrimEnd('/');
        file.Comment("What pages ask for. Each file is named after its content.");
        var word = CaddyText.Path(path, "The address of the assets");
        file.Block($"handle {CaddyText.Quote(path + "/*", "The address of the assets")}", () =>
        {
            file.Line("uri strip_prefix " + word);
            file.Line("@downpage_no_asset vars_regexp {http.request.uri.path} \"[[:cntrl:]]\"");
            file.Line("error @downpage_no_asset 404");
            file.Block("header", () =>
            {
                file.Line("Cache-Control \"public, max-age=31536000, immutable\"");
                file.Line("X-Content-Type-Options nosniff");
                file.Line("-Etag");
                file.Line("-Last-Modified");
                file.Line("defer");
            });
            file.Block("file_server", () =>
            {
                file.Line("root " + CaddyText.Path(site.PagesRoot + "/assets", "The folder of the assets"));
                file.Line("disable_canonical_uris");
            });
        });
    }

    private static string Import(FrontEndSite site, string file)
        => "import " + CaddyText.Quote(site.ConfigRoot + "/" + file, "The folder of the configuration");
}
