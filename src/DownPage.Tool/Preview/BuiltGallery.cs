using System.Text;
using DownPage.Renderer.Finishing;
using DownPage.StandAlone.Preview;
using DownPage.Tool.Pages;

namespace DownPage.Tool.Preview;

/// <summary>The gallery of pages that are built: what the build knew of them besides is not known any more.</summary>
internal static class BuiltGallery
{
    /// <summary>Writes it into a new folder, which nobody else can have prepared.</summary>
    /// <returns>Its first page.</returns>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be written.</exception>
    public static string Write(BuiltPages pages)
    {
        var folder = Directory.CreateTempSubdirectory("downpage-preview-").FullName;
        var assets = pages.Assets.Select(asset => AssetOf(pages, asset.File, asset.MediaType)).OfType<PageAsset>().ToList();
        return Gallery.Write(folder, [.. pages.Html.Select(page => Shown(page, assets))]);
    }

    private static PreviewPage Shown(BuiltPage page, List<PageAsset> assets) => new()
    {
        Name = page.Name,
        File = page.Entry.File,
        Culture = page.Culture,
        StatusCode = page.Entry.StatusCode,
        Content = page.Content,
        Encodings = [.. page.Entry.Encodings.Select(encoding => Encoded(page, encoding)).OfType<EncodedContent>()],
        Assets = [.. assets.Where(asset => Encoding.UTF8.GetString(page.Content).Contains(asset.Path, StringComparison.Ordinal))],
    };

    private static EncodedContent? Encoded(BuiltPage page, PageManifest.ManifestEncoding encoding)
    {
        var path = Path.Combine(
            page.Path[..^page.Entry.File.Length], encoding.File.Replace('/', Path.DirectorySeparatorChar));
        return PageBytes.Read(path, out _) is { } content
            ? new EncodedContent(encoding.Encoding, encoding.Encoding == "br" ? ".br" : ".gz", content)
            : null;
    }

    private static PageAsset? AssetOf(BuiltPages pages, string file, string mediaType)
        => PageBytes.Read(Path.Combine(pages.Folder, file.Replace('/', Path.DirectorySeparatorChar)), out _) is { } content
            ? new PageAsset(file, mediaType, content)
            : null;
}
