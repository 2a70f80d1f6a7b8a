using DownPage.PageManifest;

namespace DownPage.Tool.Pages;

/// <summary>A page of the build in one form and language, as it lies on the disk.</summary>
internal sealed record BuiltPage
{
    /// <summary>What the manifest says; of a page without one, what its name says.</summary>
    public required ManifestPage Entry { get; init; }

    public required string Path { get; init; }

    public required byte[] Content { get; init; }

    /// <summary>The build that the page says it is of. Null: it does not say.</summary>
    public string? Stamp { get; init; }

    public string Name => Entry.Name;

    public string? Culture => Entry.Culture;

    public ManifestForm Form => Entry.Form;

    /// <summary>Whether it is what the build wrote: nobody has changed the file, and it was uploaded whole.</summary>
    public bool IsAsBuilt => Entry.Sha256 is null || Entry.Sha256 == PageBytes.Hash(Content);
}
