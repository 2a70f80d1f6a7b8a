namespace DownPage.FrontEnds.Clouds;

/// <summary>Not written yet.</summary>
internal sealed class AppGatewayFrontEnd : IFrontEnd
{
    public string Name => "appgateway";

    public bool NeedsDeployRoot => false;

    public IReadOnlyList<ConfigFile> Write(FrontEndSite site) => [];
}
