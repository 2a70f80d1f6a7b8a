using System.Collections.Concurrent;
using DownPage.Renderer.Hosting;
using DownPage.RenderProtocol;
using Microsoft.AspNetCore.StaticFiles;

namespace DownPage.StandAlone.Assets;

/// <summary>
/// What the published site answers with files, found by URL. The files are read once for all pages of a run.
/// </summary>
internal sealed class SiteFiles
{
    private static readonly FileExtensionContentTypeProvider MediaTypes = new();

    private readonly ConcurrentDictionary<string, Lazy<Asset>> assets = new(StringComparer.Ordinal);
    private readonly PublishedWebRoot? webRoot;
    private readonly string plainWebRoot;
    private readonly Uri site;
    private readonly string pathBase;

    public SiteFiles(RenderRequest request, PublishedWebRoot? webRoot)
    {
        this.webRoot = webRoot;
        plainWebRoot = Path.Combine(request.ContentRoot, "wwwroot") + Path.DirectorySeparatorChar;
        site = new Uri(request.BaseUrl);
        pathBase = (request.PathBase.Length > 0 ? request.PathBase : site.AbsolutePath).TrimEnd('/');
    }

    /// <summary>The absolute URL that a page has which was rendered at a path.</summary>
    public string AddressOf(string path) => new Uri(site, path).AbsoluteUri;

    /// <summary>The path that a URL of the site has, with what follows it; null: it is of another host.</summary>
    public string? PathOf(string url)
        => Uri.TryCreate(url, UriKind.Absolute, out var uri) && IsOwn(uri) ? uri.PathAndQuery + uri.Fragment : null;

    public AssetReference Resolve(string url, string baseUrl)
    {
        var trimmed = WithoutLineBreaks(url).Trim();
        if (trimmed.Length == 0 || trimmed[0] == '#' || !Uri.TryCreate(new Uri(baseUrl), trimmed, out var uri)
            || uri.Scheme is not ("http" or "https"))
        {
            return new AssetReference(AssetPlace.Page, trimmed, "", null);
        }

        var bare = uri.GetLeftPart(UriPartial.Query);
        if (!IsOwn(uri))
        {
            return new AssetReference(AssetPlace.Outside, bare, uri.Fragment, null);
        }

        var source = FindSource(Uri.UnescapeDataString(uri.AbsolutePath));
        return new AssetReference(source is null ? AssetPlace.App : AssetPlace.Published, bare, uri.Fragment, source);
    }

    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public Asset Read(string source) => assets.GetOrAdd(source, file => new(() => Load(file))).Value;

    private static Asset Load(string source) => new(
        MediaTypes.TryGetContentType(source, out var type) ? type : "application/octet-stream", File.ReadAllBytes(source));

    // Browsers pass over tabs and line breaks in URLs.
    private static string WithoutLineBreaks(string url)
        => url.AsSpan().IndexOfAny("\t\n\r") < 0 ? url : string.Concat(url.Where(character => character is not ('\t' or '\n' or '\r')));

    private bool IsOwn(Uri uri) => SiteHost.IsSame(site, uri);

    private string? FindSource(string path)
    {
        if (!path.StartsWith(pathBase + "/", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var relative = path[(pathBase.Length + 1)..];
        return webRoot is null ? FindInFolder(relative) : webRoot.FindSource(relative);
    }

    // Without static web assets the project's own folder is what is published.
    private string? FindInFolder(string relative)
    {
        var segments = relative.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries);
        if (segments.Contains(".."))
        {
            return null;
        }

        var file = Path.Combine([plainWebRoot, .. segments]);
        return File.Exists(file) ? file : null;
    }
}
