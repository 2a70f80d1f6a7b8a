using System.Text;

namespace DownPage.FrontEnds.HAProxy;

/// <summary>
/// HAProxy 2.2 and newer. It cannot include a file, so it is started with two. The pages for an app that is gone are
/// errorfiles, which it reads into memory as it starts; maintenance, with languages, forms and codings, is a service in
/// Lua, for only Lua sees a file that comes and goes.
/// </summary>
internal sealed class HAProxyFrontEnd : IFrontEnd
{
    public string Name => "haproxy";

    public bool NeedsDeployRoot => true;

    public IReadOnlyList<ConfigFile> Write(FrontEndSite site)
    {
        var files = new List<ConfigFile>
        {
            Sign(site, "downpage.cfg", "#", HAProxyConfig.Text(site)),
            Sign(site, "downpage.lua", "--", HAProxyLua.Text(site)),
            Sign(site, "downpage.map", "#", "# A line 'on 1' takes the site down when HAProxy starts or reloads.\n"),
            Sign(site, "downpage.allow", "#", Allowed(site)),
        };
        files.AddRange(
            from variant in PageVariant.Of(site)
            from page in site.Gone.OrderBy(page => page.Key).Select(page => page.Value)
            select new ConfigFile(
                "haproxy/errors/" + variant.FileName(page), ErrorFile.Write(site, page, variant.File(page))));
        return files;
    }

    private static ConfigFile Sign(FrontEndSite site, string name, string open, string text)
        => ConfigStamp.Sign("haproxy/" + name, open, site.Generator, text);

    private static string Allowed(FrontEndSite site)
    {
        var text = new StringBuilder("# Networks that pass while the site is down: '10.0.0.0/8 1'.\n");
        foreach (var network in site.Allow)
        {
            text.Append(network).Append(" 1\n");
        }

        return text.ToString();
    }
}
