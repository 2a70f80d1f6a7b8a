namespace DownPage.RenderProtocol;

/// <summary>A form that a page is published in: <c>DownPageFormats</c>.</summary>
internal enum PageFormat
{
    /// <summary>The page itself, <c>502.html</c>.</summary>
    Html,

    /// <summary><c>502.json</c>: <c>application/problem+json</c> (RFC 9457).</summary>
    Json,

    /// <summary><c>502.txt</c>: plain text, UTF-8.</summary>
    Text,
}
