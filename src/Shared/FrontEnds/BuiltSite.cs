using DownPage.PageManifest;

namespace DownPage.FrontEnds;

/// <summary>What a build has made, as configuration is made of it.</summary>
internal sealed record BuiltSite
{
    /// <summary>What writes the configuration, with its version: <c>DownPage.Build 1.0.0</c>.</summary>
    public required string Generator { get; init; }

    /// <summary>The app's name.</summary>
    public required string Application { get; init; }

    /// <summary>The folder of the pages in the publish output, without slashes at its ends; empty: the output.</summary>
    public required string PagesFolder { get; init; }

    /// <summary>The path that the site is mounted at: <c>/shop</c>; empty: the root.</summary>
    public required string PathBase { get; init; }

    /// <summary>The manifest's pages, and what lies beside them.</summary>
    public required PageManifestReading Manifest { get; init; }

    /// <summary>The app's settings.</summary>
    public required AppSettingsReading Settings { get; init; }

    /// <summary>Reads a file by its path in the manifest.</summary>
    public required Func<string, byte[]> Read { get; init; }
}
