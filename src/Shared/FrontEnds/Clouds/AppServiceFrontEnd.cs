namespace DownPage.FrontEnds.Clouds;

/// <summary>Not written yet.</summary>
internal sealed class AppServiceFrontEnd : IFrontEnd
{
    public string Name => "appservice";

    public bool NeedsDeployRoot => false;

    public IReadOnlyList<ConfigFile> Write(FrontEndSite site) => [];
}
