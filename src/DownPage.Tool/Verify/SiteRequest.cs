namespace DownPage.Tool.Verify;

/// <summary>One request for the site.</summary>
/// <param name="Address">Where.</param>
/// <param name="Headers">What is sent, as it is written here.</param>
internal sealed record SiteRequest(Uri Address, params (string Name, string Value)[] Headers)
{
    public HttpMethod Method { get; init; } = HttpMethod.Get;
}
