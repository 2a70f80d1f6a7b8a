namespace DownPage.AspNetCore.Answers;

/// <summary>The host of an address as headers carry it.</summary>
internal static class UriHost
{
    /// <returns>
    /// Null: it has letters that no name may have. For some schemes the framework notices only as the name is asked
    /// for.
    /// </returns>
    public static string? Of(Uri uri)
    {
        try
        {
            return uri.HostNameType == UriHostNameType.IPv6 ? uri.Host : uri.IdnHost;
        }
        catch (UriFormatException)
        {
            return null;
        }
    }
}
