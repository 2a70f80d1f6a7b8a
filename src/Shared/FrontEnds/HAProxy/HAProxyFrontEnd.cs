namespace DownPage.FrontEnds.HAProxy;

/// <summary>Not written yet.</summary>
internal sealed class HAProxyFrontEnd : IFrontEnd
{
    public string Name => "haproxy";

    public bool NeedsDeployRoot => true;

    public IReadOnlyList<ConfigFile> Write(FrontEndSite site) => [];
}
