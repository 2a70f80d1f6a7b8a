namespace DownPage.FrontEnds.Clouds;

/// <summary>Not written yet.</summary>
internal sealed class CloudflareFrontEnd : IFrontEnd
{
    public string Name => "cloudflare";

    public bool NeedsDeployRoot => false;

    public IReadOnlyList<ConfigFile> Write(FrontEndSite site) => [];
}
