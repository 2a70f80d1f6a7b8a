using System.Globalization;
using System.Text;
using DownPage.PageManifest;

namespace DownPage.FrontEnds.Clouds;

/// <summary>A page as a service is handed it: it holds all that it shows, and the service takes it.</summary>
/// <param name="Name">Its name, for whoever is told of it: <c>502.html</c>.</param>
/// <param name="Html">It.</param>
internal sealed record HostedPage(string Name, string Html)
{
    /// <summary>The page in the default language.</summary>
    /// <exception cref="FrontEndException">It is too large, or needs files beside it.</exception>
    public static HostedPage Of(FrontEndSite site, FrontEndPage page, HostedService service)
    {
        var file = page.Of(ManifestForm.Html) ?? page.Default;
        var text = Encoding.UTF8.GetString(file.Read()).TrimStart('\uFEFF');
        EnsureWhole(site, file.Path, text, service);
        return Fitting(new HostedPage(file.Path, text), service);
    }

    /// <summary>The same page, once something has been done to it.</summary>
    /// <exception cref="FrontEndException">It is too large.</exception>
    public static HostedPage Fitting(HostedPage page, HostedService service)
    {
        var bytes = Encoding.UTF8.GetByteCount(page.Html);
        return bytes <= service.Limit.GetValueOrDefault(int.MaxValue) ? page : throw TooLarge(
            page.Name, string.Create(CultureInfo.InvariantCulture, $"{bytes:N0} bytes"), service);
    }

    /// <param name="name">The page.</param>
    /// <param name="size">With its unit: <c>16,329 bytes</c>.</param>
    /// <param name="service">Who does not take it.</param>
    public static FrontEndException TooLarge(string name, string size, HostedService service) => new(
        DiagnosticCodes.PageTooLargeForServer,
        string.Create(
            CultureInfo.InvariantCulture,
            $"'{name}' has {size}, and {service.What} takes {service.Limit:N0}. Make the page smaller, with a plainer ")
        + $"layout: Layout=\"_ErrorLayout\"; or take '{service.Name}' out of the servers that are named.");

    /// <summary>The page as a file of its own.</summary>
    /// <param name="path">Below <c>_downpage/conf/</c>.</param>
    public ConfigFile At(string path) => new(path, Encoding.UTF8.GetBytes(Html));

    // The service shows the page in the site's place: who asks for a file of the site gets the page again.
    private static void EnsureWhole(FrontEndSite site, string name, string text, HostedService service)
    {
        if (site.AssetAddress is { } address && text.Contains(address, StringComparison.Ordinal))
        {
            throw new FrontEndException(
                DiagnosticCodes.PageTooLargeForServer,
                $"'{name}' asks the site for files below '{address}', and the site is gone when {service.What} is "
                + "shown. Have them put into the page: raise <DownPageInlineLimit>, or make the files smaller; or take "
                + $"'{service.Name}' out of the servers that are named.");
        }
    }
}
