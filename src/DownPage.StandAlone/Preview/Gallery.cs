using System.Text;

namespace DownPage.StandAlone.Preview;

/// <summary>
/// A folder to look at pages in: <c>index.html</c> shows every page in every width, light and dark, with its size and
/// what is wrong with it. It needs no server and asks none.
/// </summary>
internal static class Gallery
{
    /// <summary>Where the copies of the pages are, within the gallery.</summary>
    public const string PagesFolder = "pages";

    private const string IndexFile = "index.html";

    /// <summary>Writes the gallery over one that is there, and returns the path of its first page.</summary>
    /// <param name="directory">The folder to write to.</param>
    /// <param name="pages">The pages, in the order in which they are shown.</param>
    public static string Write(string directory, IReadOnlyList<PreviewPage> pages)
    {
        var copies = Path.Combine(directory, PagesFolder);
        if (Directory.Exists(copies))
        {
            Directory.Delete(copies, recursive: true);
        }

        Directory.CreateDirectory(copies);

        foreach (var page in pages)
        {
            WriteFile(copies, page.File, PageCopy.Of(page));
            foreach (var asset in page.Assets)
            {
                WriteFile(copies, asset.Path, asset.Content.Span);
            }
        }

        var index = Path.Combine(directory, IndexFile);
        File.WriteAllText(index, GalleryDocument.Of(pages), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return index;
    }

    private static void WriteFile(string folder, string relativePath, ReadOnlySpan<byte> content)
    {
        var path = Path.Combine(folder, relativePath);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = File.Create(path);
        file.Write(content);
    }
}
