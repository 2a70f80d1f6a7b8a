using System.Net;
using AngleSharp.Dom;
using DownPage.StandAlone.Assets;
using DownPage.StandAlone.Markup;

namespace DownPage.StandAlone.Checks;

/// <summary>
/// What an address in a page means: whether it is the site's own, and whether browsers take it for safe.
/// </summary>
internal sealed class SiteAddress
{
    private readonly Uri? site;
    private readonly Uri? baseAddress;

    /// <param name="baseUrl">The site's scheme and host.</param>
    /// <param name="document">The page: its <c>base</c> element counts.</param>
    public SiteAddress(string baseUrl, IDocument document)
    {
        this.site = Uri.TryCreate(baseUrl, UriKind.Absolute, out var site) ? site : null;
        baseAddress = DocumentBase.Find(document, this.site)?.Url ?? this.site;
    }

    /// <summary>Whether the address is answered by the app.</summary>
    public bool IsOwn(string url) => Resolve(url) is not { } target || (this.site is { } own && SiteHost.IsSame(own, target));

    /// <summary>Whether a page that came over https must not ask for the address.</summary>
    public bool IsMixedContent(string url)
        => this.site?.Scheme == Uri.UriSchemeHttps && Resolve(url) is { } target && target.Scheme == Uri.UriSchemeHttp
            && !IsLoopback(target);

    private Uri? Resolve(string url)
        => Uri.TryCreate(baseAddress, url.Trim().Replace('\\', '/'), out var target) && target.IsAbsoluteUri ? target : null;

    private static bool IsLoopback(Uri target)
        => target.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || target.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(target.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
