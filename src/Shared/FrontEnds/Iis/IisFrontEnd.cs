namespace DownPage.FrontEnds.Iis;

/// <summary>Not written yet.</summary>
internal sealed class IisFrontEnd : IFrontEnd
{
    public string Name => "iis";

    public bool NeedsDeployRoot => false;

    public IReadOnlyList<ConfigFile> Write(FrontEndSite site) => [];
}
