using System.IO.Compression;
using System.Xml.Linq;

namespace DownPage.Testing;

/// <summary>A package of the feed, opened.</summary>
public sealed class PackageFile : IDisposable
{
    // What NuGet adds to every package.
    private static readonly string[] Wrapping = ["_rels/", "package/services/", "[Content_Types].xml"];

    private readonly ZipArchive archive;

    private PackageFile(ZipArchive archive, string id)
    {
        this.archive = archive;
        Files =
        [
            .. archive.Entries
                .Select(entry => entry.FullName)
                .Where(name => !Wrapping.Any(start => name.StartsWith(start, StringComparison.Ordinal)))
                .Order(StringComparer.Ordinal),
        ];
        using var nuspec = Open($"{id}.nuspec");
        Metadata = XDocument.Load(nuspec).Root?.Elements().Single()
            ?? throw new InvalidOperationException($"{id}.nuspec is empty.");
    }

    /// <summary>Its files, without those of every package, sorted.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>What it says of itself.</summary>
    public XElement Metadata { get; }

    public static async Task<PackageFile> OpenAsync(string id, CancellationToken cancellationToken)
    {
        var feed = await LocalFeed.GetAsync(cancellationToken);
        var path = Path.Combine(feed.Directory, $"{id}.{feed.Version}.nupkg");
        return new PackageFile(await ZipFile.OpenReadAsync(path, cancellationToken), id);
    }

    public Stream Open(string file) => archive.GetEntry(file)?.Open()
        ?? throw new FileNotFoundException("The package has no such file.", file);

    /// <summary>Elements of the metadata, wherever they are.</summary>
    public IEnumerable<XElement> Elements(params string[] names)
        => Metadata.Descendants().Where(element => names.Contains(element.Name.LocalName, StringComparer.Ordinal));

    public void Dispose() => archive.Dispose();
}
