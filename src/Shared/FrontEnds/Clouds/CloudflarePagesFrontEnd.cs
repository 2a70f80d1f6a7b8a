namespace DownPage.FrontEnds.Clouds;

/// <summary>Not written yet.</summary>
internal sealed class CloudflarePagesFrontEnd : IFrontEnd
{
    public string Name => "cloudflare-pages";

    public bool NeedsDeployRoot => false;

    public IReadOnlyList<ConfigFile> Write(FrontEndSite site) => [];
}
