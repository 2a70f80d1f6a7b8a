#if !NET9_0_OR_GREATER
using System.Diagnostics.CodeAnalysis;
#endif
using DownPage.RenderProtocol;
using Microsoft.AspNetCore.Http;
#if NET9_0_OR_GREATER
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;
#endif

namespace DownPage.Renderer.Hosting;

/// <summary>
/// The fingerprinted names of the published assets, as <c>WithStaticAssets()</c> puts them on endpoints: views and
/// components look there for what a link is to be called. An app of .NET 8 has none.
/// </summary>
internal sealed class AssetFingerprints
{
#if !NET9_0_OR_GREATER
    public AssetFingerprints(RenderRequest request) => _ = request;

    public IReadOnlyList<object> Metadata { get; } = [];

    [SuppressMessage("Performance", "CA1822", Justification = "For later frameworks it needs the instance.")]
    public Endpoint Publish(Endpoint endpoint) => endpoint;
#else
    private readonly Lazy<ResourceAssetCollection> assets;
    private readonly Lazy<ImportMapDefinition> importMap;
    private readonly ConditionalWeakTable<Endpoint, Endpoint> published = [];

    public AssetFingerprints(RenderRequest request)
    {
        assets = new(() => new ResourceAssetCollection(ReadAssets(request.EndpointsManifest)));
        importMap = new(() => ImportMapDefinition.FromResourceCollection(assets.Value));
    }

    /// <summary>What an endpoint with fingerprints carries.</summary>
    public IReadOnlyList<object> Metadata => [assets.Value, importMap.Value];

    /// <summary>
    /// The endpoint with the published assets in place of those of the build, which is where a running app finds its
    /// manifest: the two differ, in integrity hashes for one. An import map that the app has added to is left alone.
    /// </summary>
    public Endpoint Publish(Endpoint endpoint)
    {
        return endpoint.Metadata.GetMetadata<ResourceAssetCollection>() is { } built
            ? published.GetValue(endpoint, _ => Replace(endpoint, built))
            : endpoint;
    }

    private Endpoint Replace(Endpoint endpoint, ResourceAssetCollection built)
    {
        var builtMap = ImportMapDefinition.FromResourceCollection(built).ToString();
        var metadata = new EndpointMetadataCollection(endpoint.Metadata.Select(item => item switch
        {
            ResourceAssetCollection => assets.Value,
            ImportMapDefinition map when map.ToString() == builtMap => importMap.Value,
            _ => item,
        }));
        return endpoint is RouteEndpoint route
            ? new RouteEndpoint(route.RequestDelegate!, route.RoutePattern, route.Order, metadata, route.DisplayName)
            : new Endpoint(endpoint.RequestDelegate, metadata, endpoint.DisplayName);
    }

    // Endpoints with selectors are compressed forms of another; the order is the framework's.
    private static List<ResourceAsset> ReadAssets(string? manifest)
    {
        var assets = new List<ResourceAsset>();
        if (manifest is null)
        {
            return assets;
        }

        using var document = JsonDocument.Parse(File.ReadAllBytes(manifest));
        foreach (var endpoint in document.RootElement.GetProperty("Endpoints").EnumerateArray())
        {
            if (endpoint.GetProperty("Selectors").GetArrayLength() == 0)
            {
                assets.Add(new ResourceAsset(endpoint.GetProperty("Route").GetString()!, ReadProperties(endpoint)));
            }
        }

        assets.Sort((left, right) => string.CompareOrdinal(left.Url, right.Url));
        return assets;
    }

    private static List<ResourceAssetProperty>? ReadProperties(JsonElement endpoint)
    {
        List<ResourceAssetProperty>? properties = null;
        foreach (var property in endpoint.GetProperty("EndpointProperties").EnumerateArray())
        {
            var name = property.GetProperty("Name").GetString()!;
            if (name is "label" or "integrity")
            {
                (properties ??= []).Add(new ResourceAssetProperty(name, property.GetProperty("Value").GetString()!));
            }
        }

        return properties;
    }
#endif
}
