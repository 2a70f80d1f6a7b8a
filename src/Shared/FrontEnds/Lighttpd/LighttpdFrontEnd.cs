namespace DownPage.FrontEnds.Lighttpd;

/// <summary>Not written yet.</summary>
internal sealed class LighttpdFrontEnd : IFrontEnd
{
    public string Name => "lighttpd";

    public bool NeedsDeployRoot => true;

    public IReadOnlyList<ConfigFile> Write(FrontEndSite site) => [];
}
