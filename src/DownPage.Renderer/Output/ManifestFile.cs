using System.Security.Cryptography;

namespace DownPage.Renderer.Output;

/// <summary>A published file, as every part of the page manifest describes one.</summary>
/// <param name="File">Relative to the pages folder, with <c>/</c>.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Its hash, lower-case hexadecimal.</param>
internal sealed record ManifestFile(string File, int Bytes, string Sha256)
{
    public static ManifestFile Of(string file, ReadOnlyMemory<byte> content)
        => new(file, content.Length, Convert.ToHexString(SHA256.HashData(content.Span)).ToLowerInvariant());

    /// <summary>The same content under another name.</summary>
    public ManifestFile At(string file) => this with { File = file };
}
