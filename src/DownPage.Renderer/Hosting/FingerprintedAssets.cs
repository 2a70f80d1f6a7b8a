using System.Reflection;
using DownPage.RenderProtocol;
#if NET9_0_OR_GREATER
using System.Reflection.Metadata;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
#endif

namespace DownPage.Renderer.Hosting;

/// <summary>
/// The fingerprinted names of the published assets, as <c>WithStaticAssets()</c> puts them on the app's endpoints. Where
/// the app's pipeline does not run, the app's own code tells whether it would have asked for them.
/// </summary>
internal static class FingerprintedAssets
{
    public static IReadOnlyList<object> MetadataFor(Assembly application, RenderRequest request)
    {
#if NET9_0_OR_GREATER
        if (request.EndpointsManifest is { } manifest && CallsWithStaticAssets(application))
        {
            var assets = new ResourceAssetCollection(ReadAssets(manifest));
            return [assets, ImportMapDefinition.FromResourceCollection(assets)];
        }
#endif
        return [];
    }

#if NET9_0_OR_GREATER
    private static unsafe bool CallsWithStaticAssets(Assembly application)
    {
        if (!application.TryGetRawMetadata(out var blob, out var length))
        {
            return false;
        }

        var metadata = new MetadataReader(blob, length);
        foreach (var handle in metadata.MemberReferences)
        {
            var member = metadata.GetMemberReference(handle);
            if (metadata.StringComparer.Equals(member.Name, "WithStaticAssets"))
            {
                return true;
            }
        }

        return false;
    }

    // Endpoints with selectors are compressed forms of another; the order is the framework's.
    private static List<ResourceAsset> ReadAssets(string manifest)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(manifest));
        var assets = new List<ResourceAsset>();
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
