namespace DownPage.FrontEnds.Caddy;

/// <summary>Not written yet.</summary>
internal sealed class CaddyFrontEnd : IFrontEnd
{
    public string Name => "caddy";

    public bool NeedsDeployRoot => true;

    public IReadOnlyList<ConfigFile> Write(FrontEndSite site) => [];
}
