using System.Net;
using DownPage.RenderProtocol;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace DownPage.Renderer.Rendering;

/// <summary>Makes the request of a visitor whom nobody knows: no cookies, no user, from this machine.</summary>
internal sealed class InMemoryRequest
{
    private readonly Uri baseUrl;
    private readonly string pathBase;
    private readonly CancellationToken deadline;

    public InMemoryRequest(RenderRequest request, CancellationToken deadline)
    {
        baseUrl = new Uri(request.BaseUrl);
        pathBase = request.PathBase.Length > 0 ? request.PathBase : baseUrl.AbsolutePath.TrimEnd('/');
        this.deadline = deadline;
    }

    /// <summary>The features of a GET for <paramref name="target"/>, a path with an optional query.</summary>
    public FeatureCollection Create(string target, RenderPage page, InMemoryResponse response)
    {
        var query = target.IndexOf('?', StringComparison.Ordinal);
        var path = query < 0 ? target : target[..query];
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(new HttpRequestFeature
        {
            Method = HttpMethods.Get,
            Protocol = HttpProtocol.Http11,
            Scheme = baseUrl.Scheme,
            PathBase = pathBase,
            Path = Uri.UnescapeDataString(path),
            QueryString = query < 0 ? "" : target[query..],
            RawTarget = pathBase + target,
            Headers = Headers(page),
        });
        features.Set(response);
        features.Set<IHttpResponseFeature>(response);
        features.Set<IHttpResponseBodyFeature>(response);
        features.Set<IHttpConnectionFeature>(new HttpConnectionFeature
        {
            ConnectionId = "downpage",
            LocalIpAddress = IPAddress.Loopback,
            RemoteIpAddress = IPAddress.Loopback,
        });
        features.Set<IHttpRequestLifetimeFeature>(new HttpRequestLifetimeFeature { RequestAborted = deadline });

        // Views show it on error pages; a random one would make every publish different.
        features.Set<IHttpRequestIdentifierFeature>(new HttpRequestIdentifierFeature { TraceIdentifier = "downpage" });
        features.Set(new RenderedPageFeature(page));
        return features;
    }

    private HeaderDictionary Headers(RenderPage page)
    {
        var headers = new HeaderDictionary
        {
            ["Host"] = baseUrl.IsDefaultPort ? baseUrl.Host : baseUrl.Authority,
            ["Accept"] = "text/html, */*;q=0.1",
        };
        if (page.Culture is { } culture)
        {
            headers["Accept-Language"] = culture;
        }

        return headers;
    }
}
