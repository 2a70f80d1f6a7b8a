using System.Text;

namespace DownPage.FrontEnds.Varnish;

/// <summary>
/// Varnish 6.0 and newer. It answers 503 whatever is wrong with the app; the pages stand in its configuration.
/// </summary>
internal sealed class VarnishFrontEnd : IFrontEnd
{
    public string Name => "varnish";

    public bool NeedsDeployRoot => true;

    public IReadOnlyList<ConfigFile> Write(FrontEndSite site)
    {
        var files = new List<ConfigFile> { Sign(site, "downpage.vcl", new VarnishConfig(site).Text()) };
        if (site.AssetAddress is { } address && site.Assets.Any(VarnishAssets.Takes))
        {
            files.Add(Sign(site, "downpage-assets.vcl", VarnishAssets.Text(site, address)));
        }

        return files;
    }

    // The stamp does not heed line ends, but pages within keep theirs.
    private static ConfigFile Sign(FrontEndSite site, string name, string text)
    {
        var whole = text.TrimEnd('\n') + "\n";
        var signed = ConfigStamp.Sign("varnish/" + name, "#", site.Generator, whole);
        var first = signed.Content.Span[..(signed.Content.Span.IndexOf((byte)'\n') + 1)];
        return signed with { Content = (byte[])[.. first, .. Encoding.UTF8.GetBytes(whole)] };
    }
}
