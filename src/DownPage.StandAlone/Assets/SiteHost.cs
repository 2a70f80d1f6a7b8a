namespace DownPage.StandAlone.Assets;

/// <summary>Decides whether an address is the site's own.</summary>
internal static class SiteHost
{
    /// <summary>Whether both have the same host and port: http and https are one site, at their own ports.</summary>
    public static bool IsSame(Uri site, Uri other)
        => other.Authority.Equals(site.Authority, StringComparison.OrdinalIgnoreCase);
}
