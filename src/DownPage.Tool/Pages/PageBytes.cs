using System.Security.Cryptography;

namespace DownPage.Tool.Pages;

/// <summary>Reads pages, up to a size that no page has.</summary>
internal static class PageBytes
{
    public const int Longest = 16 * 1024 * 1024;

    /// <param name="path">The file.</param>
    /// <param name="problem">Why it cannot be read. Null: it could, or it is not there.</param>
    /// <returns>Null: it is not there, or cannot be read.</returns>
    public static byte[]? Read(string path, out string? problem)
    {
        problem = null;
        try
        {
            using var file = new FileStream(
                path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (file.Length > Longest)
            {
                problem = $"it has {file.Length} bytes, more than {Longest}";
                return null;
            }

            var content = new byte[file.Length];
            return content[..file.ReadAtLeast(content, content.Length, throwOnEndOfStream: false)];
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            problem = failed.Message;
            return null;
        }
    }

    /// <summary>SHA-256 as the manifest has it.</summary>
    public static string Hash(byte[] content) => Convert.ToHexString(SHA256.HashData(content)).ToLowerInvariant();
}
