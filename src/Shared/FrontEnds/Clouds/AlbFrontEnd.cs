namespace DownPage.FrontEnds.Clouds;

/// <summary>Not written yet.</summary>
internal sealed class AlbFrontEnd : IFrontEnd
{
    public string Name => "alb";

    public bool NeedsDeployRoot => false;

    public IReadOnlyList<ConfigFile> Write(FrontEndSite site) => [];
}
