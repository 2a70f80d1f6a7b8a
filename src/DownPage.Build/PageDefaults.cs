using DownPage.RenderProtocol;

namespace DownPage.Build;

/// <summary>What the project says for all of its items.</summary>
internal sealed class PageDefaults
{
    public string ProjectFile { get; set; } = "";

    public string ProjectDirectory { get; set; } = "";

    public HostKind Host { get; set; }

    /// <summary>The publish folder of the pages, relative, with a slash at its end: <c>_downpage/</c>.</summary>
    public string OutputPath { get; set; } = "";

    public string? Cultures { get; set; }

    public string? Layout { get; set; }

    /// <summary>What is done with pages whose item does not say otherwise.</summary>
    public PageOptions Options { get; set; } = new();

    /// <summary>What is published besides the pages, relative to the publish folder, with <c>/</c>.</summary>
    public HashSet<string> PublishedPaths { get; set; } = new(StringComparer.OrdinalIgnoreCase);
}
