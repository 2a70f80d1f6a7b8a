using System.Security;

namespace DownPage.AspNetCore.Answers;

/// <summary>Reads files of a folder, whole and up to a size. Never throws.</summary>
internal sealed class PageFolder(string path)
{
    public string PathOf(string file) => Path.Combine(path, file.Replace('/', Path.DirectorySeparatorChar));

    /// <param name="file">Within the folder.</param>
    /// <param name="longest">In bytes.</param>
    /// <param name="problem">Why it cannot be read. Null where it can, and where it is not there.</param>
    /// <returns>Null: it is not there, or cannot be read.</returns>
    public byte[]? Read(string file, long longest, out string? problem)
    {
        problem = null;
        try
        {
            using var stream = new FileStream(
                PathOf(file), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (stream.Length > longest)
            {
                problem = $"it has {stream.Length} bytes, more than {longest}";
                return null;
            }

            var content = new byte[stream.Length];
            return content[..stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false)];
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or ArgumentException
            or NotSupportedException or SecurityException)
        {
            problem = failed.Message;
            return null;
        }
    }
}
