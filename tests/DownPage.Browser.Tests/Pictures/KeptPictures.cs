namespace DownPage.Browser.Tests.Pictures;

/// <summary>The pictures of comparisons that failed, for a person to look at: <c>artifacts/pixel-failures/</c>.</summary>
internal sealed class KeptPictures
{
    private readonly string folder;

    /// <param name="test">Whose pictures they are: the name of a folder, emptied first.</param>
    public KeptPictures(string test)
    {
        folder = Path.Combine(RepositoryPaths.Root, "artifacts", "pixel-failures", test);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    /// <summary>Writes both pictures and their difference; returns a sentence that names the files.</summary>
    public string Keep(string name, byte[] live, byte[] alone, PictureDifference difference) =>
        $"live: {Write($"{name}-live.png", live)}, alone: {Write($"{name}-alone.png", alone)}, "
        + $"difference: {Write($"{name}-difference.png", difference.Png)}";

    /// <summary>Writes a page that looked different; returns its path.</summary>
    public string KeepPage(string name, byte[] content) => Write(name, content);

    /// <summary>Where a file of that name is, or would be.</summary>
    public string PathOf(string fileName) => Path.Combine(folder, fileName);

    /// <summary>Deletes them: the failure was wanted.</summary>
    public void Delete() => Directory.Delete(folder, recursive: true);

    private string Write(string fileName, byte[] content)
    {
        Directory.CreateDirectory(folder);
        var path = PathOf(fileName);
        File.WriteAllBytes(path, content);
        return path;
    }
}
