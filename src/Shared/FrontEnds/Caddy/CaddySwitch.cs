namespace DownPage.FrontEnds.Caddy;

/// <summary>
/// The maintenance switch: before anything else that a site may do with a request, it ends in an error, which the pages
/// are shown for.
/// </summary>
internal sealed class CaddySwitch(FrontEndSite site)
{
    public void Write(CaddyWriter file)
    {
        file.Comment(
            "Maintenance: while the file is there, the site is down. No reload.",
            $"The file: {site.FlagFile} (downpage down, downpage up).",
            "By hand, touch and rm, where the app has no maintenance mode, which keeps the file itself.",
            "Addresses are those of the connection. Behind another proxy, see the guide.");
        file.Block("@downpage_down", () => WriteWhoIsHeld(file));
        file.Line($"@downpage_probe path {CaddyText.Path(site.Prefix + "/probe", "The prefix")}");
        file.Line("vars downpage_gate /");
        foreach (var matcher in new[] { "@downpage_down", "@downpage_probe" })
        {
            file.Block($"vars {matcher}", () =>
            {
                file.Line("downpage_page maintenance");
                file.Line("downpage_gate /downpage/closed");
            });
        }

        file.Space();
        file.Comment(
            "The gate is a path: / is always there, /downpage/closed never, and then the matcher itself fails with 503.",
            "A header is set so early that no redir, rewrite, basic_auth, handle or route of the site comes before.");
        file.Block("@downpage_gate file", () =>
        {
            file.Line("root /");
            file.Line("try_files {vars.downpage_gate} =503");
        });
        file.Line("header @downpage_gate -DownPage-Gate");
    }

    private void WriteWhoIsHeld(CaddyWriter file)
    {
        var slash = site.FlagFile.LastIndexOf('/');
        var folder = slash > 0 ? site.FlagFile[..slash] : "/";
        file.Block("file", () =>
        {
            file.Line("root " + CaddyText.Path(folder, "The folder of the flag file"));
            file.Line("try_files " + CaddyText.Path(site.FlagFile[slash..], "The flag file"));
        });
        if (site.Allow.Count > 0)
        {
            file.Line("not remote_ip " + string.Join(' ', site.Allow));
        }

        file.Line($"not header_regexp Cookie \"{FrontEndSite.BypassCookieExpression}\"");
        file.Block("not", () =>
        {
            file.Line($"vars_regexp {{http.request.uri.path}} \"(?i)^(?:{string.Join('|', Passing())})$\"");
            file.Line(@"not vars_regexp {http.request.uri.path} ""//|/\.\.?(?:/|$)""");
        });
    }

    private IEnumerable<string> Passing()
    {
        foreach (var path in site.Bypass)
        {
            yield return CaddyText.Escape(path.Path) + (path.WithAllBelow ? "(?:/.*)?" : "");
        }

        if (site.AssetAddress is { } assets)
        {
            yield return CaddyText.Escape(assets) + ".*";
        }
    }
}
