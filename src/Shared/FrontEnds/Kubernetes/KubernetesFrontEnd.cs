namespace DownPage.FrontEnds.Kubernetes;

/// <summary>Not written yet.</summary>
internal sealed class KubernetesFrontEnd : IFrontEnd
{
    public string Name => "kubernetes";

    public bool NeedsDeployRoot => false;

    public IReadOnlyList<ConfigFile> Write(FrontEndSite site) => [];
}
