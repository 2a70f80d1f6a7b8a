namespace DownPage.AspNetCore;

/// <summary>
/// Which browser clients of other origins may read the answer (https://fetch.spec.whatwg.org/#http-cors-protocol).
/// Without it they see a network error and cannot tell maintenance from a failure.
/// </summary>
public sealed class MaintenanceCorsOptions
{
    /// <summary>
    /// Origins, as <c>https://app.example.org</c>, or <c>*</c>. Empty (default): what the app's own CORS policy allows,
    /// if it has one.
    /// </summary>
    public IList<string> Origins { get; } = [];

    /// <summary>The app's CORS policy to ask. Null (default): its default policy.</summary>
    public string? Policy { get; set; }

    /// <summary>Whether answers may be read by requests with credentials; not with <c>*</c>. Default: false.</summary>
    public bool AllowCredentials { get; set; }
}
