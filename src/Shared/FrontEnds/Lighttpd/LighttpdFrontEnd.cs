namespace DownPage.FrontEnds.Lighttpd;

/// <summary>lighttpd 1.4.60 and later: one file to include, and a script for mod_magnet that decides.</summary>
internal sealed class LighttpdFrontEnd : IFrontEnd
{
    private const string Manual = "docs/guides/lighttpd.md";

    public string Name => "lighttpd";

    public bool NeedsDeployRoot => true;

    public IReadOnlyList<ConfigFile> Write(FrontEndSite site) =>
    [
        ConfigStamp.Sign("lighttpd/downpage.conf", "#", site.Generator, Config(site)),
        ConfigStamp.Sign("lighttpd/downpage.lua", "--", site.Generator, Script(site)),
    ];

    private static string Config(FrontEndSite site) => $"""
        #
        # DownPage for lighttpd 1.4.60 and later: what {site.Application} shows while it is down.
        #
        # Where:   before mod_proxy is loaded. On Debian, a file of its own that comes before 10-proxy.conf:
        #              cd /etc/lighttpd/conf-enabled
        #              ln -s {LighttpdText.Quote(ScriptFolder(site) + "/downpage.conf")} 05-downpage.conf
        #          Elsewhere, above the line that loads mod_proxy:
        #              include {LighttpdText.Include(ScriptFolder(site) + "/downpage.conf")}
        # Needs:   apt install lighttpd-modules-lua
        # Test:    lighttpd -tt -f /etc/lighttpd/lighttpd.conf
        # Reload:  systemctl restart lighttpd
        # Switch:  downpage down, and downpage up: by {site.FlagFile}; no reload.
        #          By hand, touch and rm, where the app has no maintenance mode, which keeps the file itself.
        # Manual:  {Manual}

        server.modules += ( "mod_magnet" )
        magnet.attract-raw-url-to += ( {LighttpdText.Quote(ScriptFolder(site) + "/downpage.lua")} )
        server.error-handler = {LighttpdText.Quote(site.Prefix + "/front/error")}
        {(site.Intercept ? Intercept(site) : "")}
        """;

    private static string Intercept(FrontEndSite site)
        => $"magnet.attract-response-start-to += ( {LighttpdText.Quote(ScriptFolder(site) + "/downpage.lua")} )";

    private static string ScriptFolder(FrontEndSite site) => site.ConfigRoot + "/lighttpd";

    private static string Script(FrontEndSite site) => string.Join("\n\n", new[]
    {
        $"""
        --
        -- DownPage for lighttpd: downpage.conf beside it names this file. A change needs no reload.
        -- Manual: {Manual}
        """,
        "local r = lighty.r",
        new LuaTables(site).Text(),
        LuaChoosing.Text,
        LuaScript.Passing,
        LuaScript.Answering,
        site.Intercept ? LuaScript.Intercepting : "",
        LuaScript.Deciding,
    }.Where(part => part.Length > 0));
}
