namespace DownPage.AspNetCore;

/// <summary>
/// How testers pass while the site is down: they open <c>https://site/_downpage/pass#SECRET</c>. What follows the
/// <c>#</c> is not sent, so it stands in no log; the page there posts it, and a signed cookie comes back.
/// </summary>
public sealed class MaintenanceBypassOptions
{
    /// <summary>
    /// The secret, 16 to 256 characters; better from a secret store than from appsettings.json. Null (default):
    /// nobody passes by a link, unless the down file has one.
    /// </summary>
    public string? Secret { get; set; }

    /// <summary>Zero or more; counts up to make every cookie that was given out worthless. Default: 0.</summary>
    public int Generation { get; set; }

    /// <summary>For how long a cookie holds, a minute to 30 days. Default: 12 hours.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromHours(12);

    /// <summary>The address of the page that takes the secret. Default: <c>/_downpage/pass</c>.</summary>
    public string Path { get; set; } = "/_downpage/pass";

    /// <summary>
    /// A domain whose sub-domains share the cookie: <c>example.org</c>. Null (default): the host alone.
    /// </summary>
    public string? CookieDomain { get; set; }

    /// <summary>
    /// Whether pages shown to those who pass by a link, as users or by their network carry a ribbon that says that the
    /// site is down. Default: true.
    /// </summary>
    public bool Ribbon { get; set; } = true;
}
