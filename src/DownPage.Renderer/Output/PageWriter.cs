using System.Collections.Concurrent;
using DownPage.Renderer.Finishing;
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

    private readonly ConcurrentDictionary<string, ManifestAsset> assets = new(StringComparer.Ordinal);

    /// <summary>Writes a page in each of its forms to each of its files.</summary>
    /// <exception cref="RenderFailure">The disk does not take it.</exception>
    public IReadOnlyList<ManifestPage> Write(RenderPage page, int statusCode, FinishedPage finished)
    {
        foreach (var asset in finished.Assets)
        {
            WriteAsset(asset);
        }

        return [.. finished.Files.SelectMany(form => WriteForm(page, statusCode, form))];
    }

    /// <summary>Writes the manifest of all that was written.</summary>
    /// <exception cref="RenderFailure">The disk does not take it.</exception>
    public IReadOnlyList<RenderedPage> WriteManifest(string generator, string application, IReadOnlyList<ManifestPage> pages)
    {
        var besides = assets.Values.OrderBy(asset => asset.File.File, StringComparer.Ordinal).ToList();
        var manifest = PageManifestFile.Serialize(new ManifestContent(generator, application, pages, besides));
        WriteFile(PageManifestFile.Name, manifest);
        return
        [
            .. pages.SelectMany(Rendered),
            .. besides.Select(asset => new RenderedPage { OutputPath = asset.File.File, Bytes = asset.File.Bytes }),
            new RenderedPage { OutputPath = PageManifestFile.Name, Bytes = manifest.Length },
        ];
    }

    /// <summary>Writes a file of configuration.</summary>
    /// <exception cref="RenderFailure">The disk does not take it.</exception>
    public RenderedPage WriteConfiguration(string path, ReadOnlyMemory<byte> content)
    {
        WriteFile(path, content);
        return new RenderedPage { OutputPath = path, Bytes = content.Length };
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

    private static IEnumerable<RenderedPage> Rendered(ManifestPage page) =>
    [
        new() { OutputPath = page.File.File, Bytes = page.File.Bytes, IsPage = page.IsPage },
        .. page.Encodings.Select(encoding => new RenderedPage { OutputPath = encoding.File.File, Bytes = encoding.File.Bytes }),
    ];

    private IEnumerable<ManifestPage> WriteForm(RenderPage page, int statusCode, PageFile form)
    {
        var content = ManifestFile.Of("", form.Content);
        var encodings = form.Encodings
            .Select(encoded => (encoded, File: ManifestFile.Of("", encoded.Content))).ToList();
        foreach (var path in page.OutputPaths)
        {
            var file = PageFileNames.Of(path, form.Format);
            WriteFile(file, form.Content);
            foreach (var (encoded, _) in encodings)
            {
                WriteFile(file + encoded.Extension, encoded.Content);
            }

            yield return new ManifestPage
            {
                Name = page.Name,
                File = content.At(file),
                IsPage = form.Format == PageFormat.Html,
                IsDefault = path == page.Name,
                StatusCode = statusCode,
                Culture = page.Culture,
                ContentType = form.ContentType,
                RetryAfter = page.Options.RetryAfterSeconds,
                Encodings = [.. encodings.Select(encoding => new ManifestEncoding(
                    encoding.encoded.Encoding, encoding.File.At(file + encoding.encoded.Extension)))],
            };
        }
    }

    // Its name is its hash: whoever writes it, writes the same.
    private void WriteAsset(PageAsset asset)
    {
        if (assets.TryAdd(asset.Path, new ManifestAsset(ManifestFile.Of(asset.Path, asset.Content), asset.MediaType)))
        {
            WriteFile(asset.Path, asset.Content);
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
