namespace DownPage.FrontEnds.Nginx;

/// <summary>Not written yet.</summary>
internal sealed class NginxFrontEnd : IFrontEnd
{
    public string Name => "nginx";

    public bool NeedsDeployRoot => true;

    public IReadOnlyList<ConfigFile> Write(FrontEndSite site) => [];
}
