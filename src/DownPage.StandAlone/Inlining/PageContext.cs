using System.Security.Cryptography;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using DownPage.PageManifest;
using DownPage.Renderer.Finishing;
using DownPage.RenderProtocol;
using DownPage.StandAlone.Assets;
using DownPage.StandAlone.Markup;
using DownPage.StandAlone.Security;

namespace DownPage.StandAlone.Inlining;

/// <summary>
/// One page on its way to stand alone: its document, where its URLs lead, and what is noticed meanwhile.
/// </summary>
internal sealed class PageContext
{
    private readonly Dictionary<string, PageAsset> besides = new(StringComparer.Ordinal);
    private readonly HashSet<string> embedded = new(StringComparer.Ordinal);
    private readonly SiteFiles files;
    private readonly string besidesUrl;
    private readonly DocumentBase? documentBase;

    public PageContext(IHtmlDocument document, RenderPage page, RenderRequest request, SiteFiles files, string path)
    {
        Document = document;
        Page = page;
        this.files = files;
        Address = files.AddressOf(path);
        documentBase = DocumentBase.Find(document, new Uri(Address));
        BaseUrl = documentBase?.Url.AbsoluteUri ?? Address;
        besidesUrl = $"{request.PathBase}/{PagesAddress.Of(request.OutputPath)}";
    }

    public IHtmlDocument Document { get; }

    public RenderPage Page { get; }

    public PageOptions Options => Page.Options;

    /// <summary>The address that the page was rendered at.</summary>
    public string Address { get; }

    /// <summary>What relative URLs start from: the address, or what <c>base</c> says.</summary>
    public string BaseUrl { get; }

    /// <summary>Whether a <c>base</c> element says what relative URLs start from.</summary>
    public bool HasBase => documentBase is not null;

    public required PageReports Reports { get; init; }

    /// <summary>The elements that were put into the page.</summary>
    public HashSet<IElement> Inserted { get; } = [];

    /// <summary>What was put into the page, for a policy that would forbid it.</summary>
    public Insertions Insertions => new(Inserted)
    {
        Images = HasEmbedded("image/"),
        Fonts = HasEmbedded("font/") || HasEmbedded("application/"),
        Media = HasEmbedded("audio/") || HasEmbedded("video/"),
        LooksForSite = Options.RefreshSeconds is not null,
    };

    public IReadOnlyCollection<PageAsset> Besides => besides.Values;

    public AssetReference Resolve(string url, string baseUrl) => files.Resolve(url, baseUrl);

    /// <summary>
    /// What the URLs of an element start from that are asked for as it is read: a later <c>base</c> comes too late.
    /// </summary>
    public string BaseUrlOf(IElement element)
        => documentBase?.IsAfter(element) == true ? Address : BaseUrl;

    /// <summary>The path of a URL of this site, with query and fragment; null: it is of another host.</summary>
    public string? PathOf(string url) => files.PathOf(url);

    /// <summary>The file behind a reference; null: nothing is published there, or it cannot be read.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="user">Whom a file that is not found is reported for; null: it is not reported.</param>
    public Asset? Read(AssetReference reference, UrlUser? user)
    {
        if (reference.Source is null)
        {
            Report(user, known => Reports.NotInPage(reference, known));
            return null;
        }

        try
        {
            return files.Read(reference.Source);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            Report(user, known => Reports.Unreadable(reference, known, unreadable));
            return null;
        }
    }

    private static void Report(UrlUser? user, Action<UrlUser> report)
    {
        if (user is { } known)
        {
            report(known);
        }
    }

    /// <summary>
    /// What is written in the place of a URL: a data: URL, the address of a file beside the page, or the URL itself.
    /// </summary>
    public string Embed(string url, string baseUrl, UrlUser user)
    {
        var reference = Resolve(url, baseUrl);
        if (reference.Place == AssetPlace.Page)
        {
            return url;
        }

        return Read(reference, user) is { } asset
            ? Place(asset, reference, user)
            : reference.Url + reference.Fragment;
    }

    /// <summary>
    /// The URL under which the page gets a file: within itself, or beside it where the file is large.
    /// </summary>
    public string Place(Asset asset, AssetReference reference, UrlUser user)
    {
        if (asset.Content.Length <= Options.InlineLimit)
        {
            embedded.Add(asset.MediaType);
            return asset.DataUri + reference.Fragment;
        }

        return PlaceBeside(asset.MediaType, asset.Content, reference, user) + reference.Fragment;
    }

    /// <summary>Publishes content beside the page, under its hash, and returns its address.</summary>
    public string PlaceBeside(string mediaType, byte[] content, AssetReference reference, UrlUser user)
    {
        var hash = Convert.ToHexString(SHA256.HashData(content).AsSpan(0, 10)).ToLowerInvariant();
        var path = $"assets/{hash}{Path.GetExtension(new Uri(reference.Url).AbsolutePath).ToLowerInvariant()}";
        besides.TryAdd(path, new PageAsset(path, mediaType, content));
        Reports.Large(reference, user, content.Length, besidesUrl + path);
        return besidesUrl + path;
    }

    private bool HasEmbedded(string kind) => embedded.Any(type => type.StartsWith(kind, StringComparison.Ordinal));
}
