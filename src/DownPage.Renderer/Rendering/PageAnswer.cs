using DownPage.RenderProtocol;

namespace DownPage.Renderer.Rendering;

/// <summary>A page as the app answered it.</summary>
internal sealed class PageAnswer
{
    /// <summary>The body.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The status that the page stands for.</summary>
    public required int StatusCode { get; init; }

    /// <summary>The answer's <c>Content-Type</c>.</summary>
    public required string ContentType { get; init; }

    /// <summary>
    /// The views that had a part in it, in the order in which they began, as Razor knows them:
    /// <c>/Views/Errors/502.cshtml</c>, <c>/Views/Shared/_Layout.cshtml</c>.
    /// </summary>
    public IReadOnlyList<string> Views { get; init; } = [];

    /// <summary>The path that the page was rendered at: relative links start from there.</summary>
    public string Path { get; init; } = "/";

    /// <summary>What is odd about the answer without making it unusable; null: nothing.</summary>
    public RenderDiagnostic? Warning { get; init; }
}
