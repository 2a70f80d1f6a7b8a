namespace DownPage.FrontEnds.Varnish;

/// <summary>Not written yet.</summary>
internal sealed class VarnishFrontEnd : IFrontEnd
{
    public string Name => "varnish";

    public bool NeedsDeployRoot => true;

    public IReadOnlyList<ConfigFile> Write(FrontEndSite site) => [];
}
