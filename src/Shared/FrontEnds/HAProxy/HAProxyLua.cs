using System.Text;
using DownPage.PageManifest;

namespace DownPage.FrontEnds.HAProxy;

/// <summary>The script: what is to be known of the site, and the code, which is the same for all sites.</summary>
internal static class HAProxyLua
{
    public static string Text(FrontEndSite site) => $$"""
        -- DownPage for HAProxy: loaded by the downpage.cfg beside it. Nothing here is to be changed by hand.

        local site = {
            flag = {{LuaText.Quote(site.FlagFile)}},
            root = {{LuaText.Quote(site.PagesRoot + "/")}},
            switch = {{LuaText.Quote(site.ConfigRoot + "/haproxy/downpage.map")}},
            allow = {{LuaText.Quote(site.ConfigRoot + "/haproxy/downpage.allow")}},
            probe = {{LuaText.Quote(site.Prefix + "/probe")}},
            assets = {{LuaText.QuoteOrNil(site.AssetAddress)}},
            cookies = { {{Cookies()}} },
            exact = {
        {{Bypass(site, withAllBelow: false)}}    },
            below = {
        {{Bypass(site, withAllBelow: true)}}    },
            files = {
        {{Assets(site)}}    },
            maintenance = {
        {{Page(site, site.Maintenance)}}    },
            gone = {
        {{Page(site, site.Gone[503])}}    },
        }

        {{HAProxyLuaChoice.Choosing}}

        {{HAProxyLuaCode.Answering}}
        """;

    private static string Cookies()
        => string.Join(
            ", ", new[] { "__Host-", "__Secure-", "" }.Select(start => LuaText.Quote(start + FrontEndSite.BypassCookie)));

    // The script compares in lower case; letters beyond ASCII are as they are written.
    private static string Bypass(FrontEndSite site, bool withAllBelow)
    {
        var text = new StringBuilder();
        foreach (var path in site.Bypass.Where(path => path.WithAllBelow == withAllBelow))
        {
            var value = LuaText.Quote(Lower(path.Path));
            text.Append("        ").Append(withAllBelow ? value : $"[{value}] = true").Append(",\n");
        }

        return text.ToString();
    }

    private static string Lower(string path)
        => string.Concat(path.Select(character => char.IsAscii(character) ? char.ToLowerInvariant(character) : character));

    private static string Assets(FrontEndSite site)
    {
        var text = new StringBuilder();
        foreach (var asset in site.AssetAddress is null ? [] : site.Assets)
        {
            var address = site.AssetAddress + asset.File[(asset.File.LastIndexOf('/') + 1)..];
            text.Append("        [").Append(LuaText.Quote(address)).Append("] = { ")
                .Append(LuaText.Quote(asset.File)).Append(", ").Append(LuaText.Quote(asset.MediaType)).Append(" },\n");
        }

        return text.ToString();
    }

    private static string Page(FrontEndSite site, FrontEndPage page)
    {
        var text = new StringBuilder("        headers = {\n");
        foreach (var (name, value) in PageHeaders.Of(site, page))
        {
            text.Append("            { ").Append(LuaText.Quote(name)).Append(", ").Append(LuaText.Quote(value)).Append(" },\n");
        }

        text.Append("        },\n");
        foreach (var file in page.Files.DistinctBy(file => (file.Form, file.Culture)))
        {
            text.Append("        { form = ").Append(LuaText.Quote(FormName(file.Form)))
                .Append(", language = ").Append(LuaText.QuoteOrNil(file.Culture))
                .Append(", type = ").Append(LuaText.Quote(file.ContentType))
                .Append(", identity = ").Append(LuaText.Quote(file.Path))
                .Append(", br = ").Append(LuaText.QuoteOrNil(file.Encodings.GetValueOrDefault("br")))
                .Append(", gzip = ").Append(LuaText.QuoteOrNil(file.Encodings.GetValueOrDefault("gzip")))
                .Append(" },\n");
        }

        return text.ToString();
    }

    private static string FormName(ManifestForm form) => form switch
    {
        ManifestForm.Json => "json",
        ManifestForm.Text => "text",
        _ => "html",
    };
}
