namespace DownPage.FrontEnds.Traefik;

/// <summary>Not written yet.</summary>
internal sealed class TraefikFrontEnd : IFrontEnd
{
    public string Name => "traefik";

    public bool NeedsDeployRoot => false;

    public IReadOnlyList<ConfigFile> Write(FrontEndSite site) => [];
}
