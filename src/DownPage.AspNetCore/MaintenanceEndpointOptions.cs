namespace DownPage.AspNetCore;

/// <summary>The endpoint for operators, <c>MapMaintenanceMode</c>.</summary>
public sealed class MaintenanceEndpointOptions
{
    /// <summary>
    /// Operators who come with a token: their names, each with the SHA-256 of the token in hexadecimal, as
    /// <c>downpage token</c> makes it. Taken where the endpoint has <c>RequireOperatorToken()</c>. Empty (default): no
    /// token is taken.
    /// </summary>
    public IDictionary<string, string> TokenHashes { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>How many changes a minute one operator may make, 1 to 10,000. Default: 30.</summary>
    public int ChangesPerMinute { get; set; } = 30;
}
