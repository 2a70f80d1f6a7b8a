using Microsoft.Extensions.FileProviders;

namespace DownPage.Renderer.Hosting;

/// <summary>A file of the published web root, under its published name, read from its source.</summary>
internal sealed class PublishedFile(string name, FileInfo source) : IFileInfo
{
    public bool Exists => source.Exists;

    public long Length => source.Length;

    // Without a physical path nobody can send or watch the source behind our back.
    public string? PhysicalPath => null;

    public string Name => name;

    public DateTimeOffset LastModified => source.LastWriteTimeUtc;

    public bool IsDirectory => false;

    public Stream CreateReadStream() => source.OpenRead();
}
