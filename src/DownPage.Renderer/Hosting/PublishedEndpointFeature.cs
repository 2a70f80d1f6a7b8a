using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace DownPage.Renderer.Hosting;

/// <summary>Takes the endpoint that routing chooses for a request, with the published assets' names.</summary>
internal sealed class PublishedEndpointFeature(AssetFingerprints fingerprints) : IEndpointFeature
{
    private Endpoint? endpoint;

    public Endpoint? Endpoint
    {
        get => endpoint;
        set => endpoint = value is null ? null : fingerprints.Publish(value);
    }
}
