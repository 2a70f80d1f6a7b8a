namespace DownPage.FrontEnds.Envoy;

/// <summary>Not written yet.</summary>
internal sealed class EnvoyFrontEnd : IFrontEnd
{
    public string Name => "envoy";

    public bool NeedsDeployRoot => true;

    public IReadOnlyList<ConfigFile> Write(FrontEndSite site) => [];
}
