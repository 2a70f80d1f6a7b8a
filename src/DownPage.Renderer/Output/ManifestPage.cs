using DownPage.Renderer.Rendering;
using DownPage.RenderProtocol;
using Microsoft.Net.Http.Headers;

namespace DownPage.Renderer.Output;

/// <summary>One file as the page manifest lists it.</summary>
internal sealed record ManifestPage(
    string Name,
    string File,
    int StatusCode,
    string? Culture,
    string MediaType,
    string? Charset,
    int Bytes,
    string Sha256)
{
    /// <summary>The one to serve when no culture is asked for.</summary>
    public bool IsDefault => File == Name;

    public static ManifestPage From(RenderPage page, string path, PageAnswer answer, string sha256)
    {
        var contentType = MediaTypeHeaderValue.TryParse(answer.ContentType, out var parsed)
            ? parsed
            : new MediaTypeHeaderValue("text/html");
        return new ManifestPage(
            page.Name,
            path,
            answer.StatusCode,
            page.Culture,
            contentType.MediaType.Value!,
            contentType.Charset.Value,
            answer.Body.Length,
            sha256);
    }
}
