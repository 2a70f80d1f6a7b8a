using System.Security.Cryptography;
using DownPage.Renderer.Rendering;
using DownPage.RenderProtocol;

namespace DownPage.Renderer.Output;

/// <summary>
/// Writes pages beside and renames them, and only where the bytes differ: a file that did not change keeps its time, so
/// that nothing downstream takes it for new.
/// </summary>
internal sealed class PageWriter(string directory)
{
    private const UnixFileMode ReadableByAll =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>Writes a page to each of its files.</summary>
    /// <exception cref="RenderFailure">The disk does not take it.</exception>
    public IReadOnlyList<ManifestPage> Write(RenderPage page, PageAnswer answer)
    {
        var hash = Convert.ToHexString(SHA256.HashData(answer.Body.Span)).ToLowerInvariant();
        foreach (var path in page.OutputPaths)
        {
            WriteFile(path, answer.Body);
        }

        return [.. page.OutputPaths.Select(path => ManifestPage.From(page, path, answer, hash))];
    }

    /// <exception cref="RenderFailure">The disk does not take it.</exception>
    public RenderedPage WriteManifest(RenderRequest request, string application, IEnumerable<ManifestPage> pages)
    {
        var manifest = PageManifestFile.Serialize(request.Generator, application, pages);
        WriteFile(PageManifestFile.Name, manifest);
        return new RenderedPage { OutputPath = PageManifestFile.Name, Bytes = manifest.Length };
    }

    /// <summary>Removes what an earlier run left and this one did not write: pages of items that are gone.</summary>
    public void DeleteLeftovers(IEnumerable<RenderedPage> written)
    {
        var current = written.Select(page => page.OutputPath).ToHashSet(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories))
        {
            if (!current.Contains(Path.GetRelativePath(directory, file).ToForwardSlashes()))
            {
                Attempt(file, () => File.Delete(file));
            }
        }
    }

    private void WriteFile(string path, ReadOnlyMemory<byte> content)
    {
        var file = Path.Combine(directory, path);
        Attempt(file, () =>
        {
            if (!HasContent(file, content.Span))
            {
                Replace(file, content.Span);
            }
        });
    }

    private static void Attempt(string file, Action action)
    {
        try
        {
            action();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new RenderFailure(OutputErrors.NotWritable(file, refused), refused);
        }
    }

    private static bool HasContent(string file, ReadOnlySpan<byte> content)
    {
        var info = new FileInfo(file);
        return info.Exists && info.Length == content.Length && File.ReadAllBytes(file).AsSpan().SequenceEqual(content);
    }

    private static void Replace(string file, ReadOnlySpan<byte> content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var beside = file + ".tmp";
        using (var stream = new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            stream.Write(content);
        }

        // A front-end server of another user reads it, whatever the umask of the one who publishes.
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(beside, ReadableByAll);
        }

        File.Move(beside, file, overwrite: true);
    }
}
