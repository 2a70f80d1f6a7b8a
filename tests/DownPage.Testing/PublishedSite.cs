using System.Text;
using System.Text.Json;

namespace DownPage.Testing;

/// <summary>The folder that a publish wrote to.</summary>
/// <param name="name">The name of the app: <c>NAME.dll</c> is its assembly.</param>
/// <param name="directory">The publish folder.</param>
/// <param name="result">What the publish printed.</param>
public sealed class PublishedSite(string name, string directory, DotnetResult result)
{
    private const string DownPageFolder = "_downpage";

    public string Name { get; } = name;

    public string Directory { get; } = directory;

    public DotnetResult Result { get; } = result;

    /// <summary>The folder of the pages.</summary>
    public string DownPageDirectory => Path.Combine(Directory, DownPageFolder);

    /// <summary>
    /// The files below the folder of the pages, relative to it, with forward slashes, sorted; none when it is not
    /// there.
    /// </summary>
    public IReadOnlyList<string> DownPageFiles => FilesBelow(DownPageDirectory);

    /// <summary>All published files, relative to the publish folder, with forward slashes, sorted.</summary>
    public IReadOnlyList<string> Files => FilesBelow(Directory);

    /// <summary>The manifest of the pages, as it is now.</summary>
    public JsonDocument Manifest => JsonDocument.Parse(PageBytes("downpages.json"));

    /// <summary>A page's text.</summary>
    /// <param name="file">Relative to the folder of the pages, such as <c>502.html</c>.</param>
    public string Page(string file) => Encoding.UTF8.GetString(PageBytes(file));

    /// <summary>A page's bytes.</summary>
    /// <param name="file">Relative to the folder of the pages.</param>
    /// <exception cref="FileNotFoundException">There is none; the message lists those there are.</exception>
    public byte[] PageBytes(string file)
    {
        var path = Path.Combine(DownPageDirectory, file);
        return File.Exists(path)
            ? File.ReadAllBytes(path)
            : throw new FileNotFoundException(
                $"'{file}' is not in '{DownPageDirectory}', which holds: "
                + $"{string.Join(", ", DownPageFiles)}.\n{Result}");
    }

    private static IReadOnlyList<string> FilesBelow(string folder) =>
        System.IO.Directory.Exists(folder)
            ?
            [
                .. System.IO.Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                    .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
                    .Order(StringComparer.Ordinal),
            ]
            : [];
}
