namespace DownPage.FrontEnds.Nginx;

/// <summary>nginx: one file that does most of it, or two that do all.</summary>
internal sealed class NginxFrontEnd : IFrontEnd
{
    public string Name => "nginx";

    public bool NeedsDeployRoot => true;

    public IReadOnlyList<ConfigFile> Write(FrontEndSite site)
    {
        // Paths are made of it: what is wrong with them is said of what the user has written.
        _ = NginxText.Quote("The deploy root", site.DeployRoot);
        return [NginxSimple.Write(site), .. new NginxFull(site).Write()];
    }
}
