namespace DownPage.FrontEnds;

/// <summary>
/// What a project or a command line says of its front ends; null and empty: what the app's settings say, else the
/// default. Texts are as they were written.
/// </summary>
internal sealed class FrontEndOptions
{
    /// <summary>The front ends, by the names of <c>DownPageServers</c>.</summary>
    public List<string> Servers { get; set; } = [];

    /// <summary>The folder of the published app on the server: <c>/srv/shop</c>.</summary>
    public string? DeployRoot { get; set; }

    /// <summary>Default: <c>/_downpage</c>.</summary>
    public string? Prefix { get; set; }

    /// <summary>Absolute, or from <see cref="DeployRoot"/>. Default: beside the down file.</summary>
    public string? FlagFile { get; set; }

    /// <summary>Addresses and networks. Null: those of <c>MaintenanceMode:Allow:Networks</c>.</summary>
    public List<string>? Allow { get; set; }

    /// <summary>
    /// Paths, with <c>/*</c> at their end for all below. Null: those of <c>MaintenanceMode:Allow:Paths</c> and
    /// <c>Prefixes</c>.
    /// </summary>
    public List<string>? Bypass { get; set; }

    /// <summary>Seconds for pages that say none. Null: what <c>MaintenanceMode:RetryAfter</c> says.</summary>
    public int? RetryAfter { get; set; }

    /// <summary>Whether the app's own 502, 503 and 504 are replaced as well.</summary>
    public bool Intercept { get; set; }

    /// <summary>Headers that pages carry besides those that they always do.</summary>
    public List<KeyValuePair<string, string>> Headers { get; set; } = [];
}
