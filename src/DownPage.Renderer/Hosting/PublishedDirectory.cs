using System.Collections;
using Microsoft.Extensions.FileProviders;

namespace DownPage.Renderer.Hosting;

/// <summary>A folder of the published web root: what lies directly in it.</summary>
internal sealed class PublishedDirectory(string prefix, IReadOnlyDictionary<string, string> files)
    : IDirectoryContents, IFileInfo
{
    public bool Exists => files.Keys.Any(path => path.StartsWith(prefix, StringComparison.Ordinal));

    public long Length => -1;

    public string? PhysicalPath => null;

    public string Name => Path.GetFileName(prefix.TrimEnd('/'));

    public DateTimeOffset LastModified => DateTimeOffset.MinValue;

    public bool IsDirectory => true;

    public Stream CreateReadStream() => throw new InvalidOperationException($"'{prefix}' is a folder.");

    public IEnumerator<IFileInfo> GetEnumerator()
    {
        var folders = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (path, source) in files)
        {
            if (!path.StartsWith(prefix, StringComparison.Ordinal))
            {
                continue;
            }

            var rest = path[prefix.Length..];
            var slash = rest.IndexOf('/', StringComparison.Ordinal);
            if (slash < 0)
            {
                yield return new PublishedFile(rest, new FileInfo(source));
            }
            else if (folders.Add(rest[..slash]))
            {
                yield return new PublishedDirectory(prefix + rest[..(slash + 1)], files);
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
