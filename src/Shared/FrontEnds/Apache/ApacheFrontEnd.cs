namespace DownPage.FrontEnds.Apache;

/// <summary>Not written yet.</summary>
internal sealed class ApacheFrontEnd : IFrontEnd
{
    public string Name => "apache";

    public bool NeedsDeployRoot => true;

    public IReadOnlyList<ConfigFile> Write(FrontEndSite site) => [];
}
