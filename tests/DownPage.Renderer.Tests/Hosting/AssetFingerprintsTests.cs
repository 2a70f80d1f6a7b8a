using DownPage.Renderer.Hosting;
using DownPage.RenderProtocol;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace DownPage.Renderer.Tests.Hosting;

[TestClass]
public sealed class AssetFingerprintsTests : IDisposable
{
    private static readonly ResourceAssetCollection Built = new(
        [new ResourceAsset("js/site.old111.js", [new ResourceAssetProperty("label", "js/site.js")])]);

    private readonly TempFolder folder = new();
    private readonly AssetFingerprints fingerprints;

    public AssetFingerprintsTests() => fingerprints = new AssetFingerprints(new RenderRequest
    {
        EndpointsManifest = folder.Write("endpoints.json", """
            {
              "Endpoints": [
                {
                  "Route": "js/site.new222.js", "AssetFile": "js/site.new222.js", "Selectors": [],
                  "EndpointProperties": [
                    { "Name": "label", "Value": "js/site.js" },
                    { "Name": "integrity", "Value": "sha256-abc" },
                    { "Name": "fingerprint", "Value": "new222" }
                  ]
                },
                {
                  "Route": "js/site.new222.js", "AssetFile": "js/site.new222.js.gz",
                  "Selectors": [{ "Name": "Content-Encoding", "Value": "gzip" }],
                  "EndpointProperties": [{ "Name": "label", "Value": "js/site.js.gz" }]
                },
                { "Route": "favicon.ico", "AssetFile": "favicon.ico", "Selectors": [], "EndpointProperties": [] }
              ]
            }
            """),
    });

    public void Dispose() => folder.Dispose();

    [TestMethod]
    public void Metadata_OfThePublish_NamesTheFingerprintedFiles()
    {
        var assets = fingerprints.Metadata.OfType<ResourceAssetCollection>().Single();

        CollectionAssert.AreEqual(
            new[] { "favicon.ico", "js/site.new222.js" }, assets.Select(asset => asset.Url).ToArray());
        Assert.AreEqual("js/site.new222.js", assets["js/site.js"]);
        var map = fingerprints.Metadata.OfType<ImportMapDefinition>().Single().ToString();
        Assert.Contains("js/site.new222.js", map);
        Assert.Contains("sha256-abc", map);
    }

    [TestMethod]
    public void Metadata_OfAPublishWithoutAssets_IsEmpty()
        => Assert.IsEmpty(new AssetFingerprints(new RenderRequest()).Metadata.OfType<ResourceAssetCollection>().Single());

    [TestMethod]
    public void Publish_EndpointWithoutFingerprints_IsItself()
    {
        var endpoint = Route("/not-found");

        Assert.AreSame(endpoint, fingerprints.Publish(endpoint));
    }

    [TestMethod]
    public void Publish_EndpointWithTheBuildsFingerprints_HasThePublishsInTheirPlace()
    {
        var endpoint = Route("/not-found", "before", Built, ImportMapDefinition.FromResourceCollection(Built), "after");

        var published = (RouteEndpoint)fingerprints.Publish(endpoint);

        Assert.AreEqual(endpoint.RoutePattern, published.RoutePattern);
        Assert.AreEqual("before", published.Metadata[0]);
        Assert.AreEqual("after", published.Metadata[^1]);
        Assert.HasCount(4, published.Metadata);
        Assert.AreEqual(
            "js/site.new222.js", published.Metadata.GetRequiredMetadata<ResourceAssetCollection>()["js/site.js"]);
        Assert.Contains("new222", published.Metadata.GetRequiredMetadata<ImportMapDefinition>().ToString());
        Assert.AreSame(published, fingerprints.Publish(endpoint), "Made once.");
    }

    [TestMethod]
    public void Publish_ImportMapOfTheAppsOwn_IsLeftAlone()
    {
        var own = new ImportMapDefinition(new Dictionary<string, string> { ["vue"] = "/vue.js" }, null, null);

        var published = fingerprints.Publish(Route("/not-found", Built, own));

        Assert.AreSame(own, published.Metadata.GetRequiredMetadata<ImportMapDefinition>());
    }

    [TestMethod]
    public void Feature_EndpointThatRoutingChooses_IsPublished()
    {
        var feature = new PublishedEndpointFeature(fingerprints) { Endpoint = Route("/not-found", Built) };

        Assert.AreEqual(
            "js/site.new222.js", feature.Endpoint!.Metadata.GetRequiredMetadata<ResourceAssetCollection>()["js/site.js"]);
        feature.Endpoint = null;
        Assert.IsNull(feature.Endpoint);
    }

    private static RouteEndpoint Route(string pattern, params object[] metadata) => new(
        _ => Task.CompletedTask,
        RoutePatternFactory.Parse(pattern),
        order: 0,
        new EndpointMetadataCollection(metadata),
        pattern);
}
