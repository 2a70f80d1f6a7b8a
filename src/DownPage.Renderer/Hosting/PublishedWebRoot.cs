using System.Text.Json;
using DownPage.RenderProtocol;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace DownPage.Renderer.Hosting;

/// <summary>
/// The web root as it will be published, before it is: each file of the publish manifest, read from where it lies now.
/// The versions that tag helpers compute from file contents come out as in the published site.
/// </summary>
internal sealed class PublishedWebRoot : IFileProvider
{
    private readonly Task<(Dictionary<string, string> Files, Dictionary<string, string> Routes)> reading;

    // Begun at once: the manifests of a site with many assets take a while, in which the app starts.
    public PublishedWebRoot(string assetsManifest, string endpointsManifest)
        => reading = Task.Run(() => Read(assetsManifest, endpointsManifest));

    private Dictionary<string, string> Files => reading.GetAwaiter().GetResult().Files;

    /// <summary>The web root of the published app; null: it has no static web assets, and keeps its own.</summary>
    public static PublishedWebRoot? For(RenderRequest request)
        => request is { AssetsManifest: { } assets, EndpointsManifest: { } endpoints }
            ? new PublishedWebRoot(assets, endpoints)
            : null;

    /// <summary>Becomes the web root of the app.</summary>
    public void UseIn(IServiceProvider services)
        => services.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider = this;

    public IFileInfo GetFileInfo(string subpath) => Files.TryGetValue(Normalize(subpath), out var source)
        ? new PublishedFile(Path.GetFileName(Normalize(subpath)), new FileInfo(source))
        : new NotFoundFileInfo(subpath);

    /// <summary>
    /// The source of what the published site answers at a path: a file, or a route of its own such as a fingerprinted
    /// name.
    /// Null: it answers with no static web asset there.
    /// </summary>
    /// <param name="path">Below the site's root, decoded.</param>
    public string? FindSource(string path)
    {
        var (files, routes) = reading.GetAwaiter().GetResult();
        var wanted = Normalize(path);
        return routes.TryGetValue(wanted, out var source) || files.TryGetValue(wanted, out source) ? source : null;
    }

    public IDirectoryContents GetDirectoryContents(string subpath)
    {
        var directory = Normalize(subpath);
        var contents = new PublishedDirectory(directory.Length == 0 ? "" : directory + "/", Files);
        return contents.Exists ? contents : NotFoundDirectoryContents.Singleton;
    }

    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;

    private static string Normalize(string path) => path.ToForwardSlashes().Trim('/');

    // The endpoints name each published file by its routes, the assets manifest tells which source a route is served from.
    private static (Dictionary<string, string> Files, Dictionary<string, string> Routes) Read(
        string assetsManifest, string endpointsManifest)
    {
        var sources = ReadEndpoints(assetsManifest).DistinctBy(endpoint => endpoint.Route)
            .ToDictionary(endpoint => endpoint.Route, endpoint => endpoint.AssetFile, StringComparer.Ordinal);
        var published = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (route, file) in ReadEndpoints(endpointsManifest))
        {
            if (sources.TryGetValue(route, out var source))
            {
                published[file.ToForwardSlashes()] = source;
            }
        }

        return (published, sources);
    }

    private static List<(string Route, string AssetFile)> ReadEndpoints(string manifest)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(manifest));
        return [.. document.RootElement.GetProperty("Endpoints").EnumerateArray()
            .Where(endpoint => endpoint.GetProperty("Selectors").GetArrayLength() == 0)
            .Select(endpoint => (
                endpoint.GetProperty("Route").GetString()!,
                endpoint.GetProperty("AssetFile").GetString()!))];
    }
}
