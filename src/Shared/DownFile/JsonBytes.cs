using System.Text;
using System.Text.Unicode;

namespace DownPage.DownFile;

/// <summary>A file's bytes as the UTF-8 that a JSON reader wants, whatever wrote them.</summary>
internal static class JsonBytes
{
    /// <param name="file">What the file holds.</param>
    /// <param name="wasUtf8">False: not all of it is UTF-8; replacement characters stand for what is not.</param>
    /// <returns>The text without a byte order mark, and without white space around it.</returns>
    public static byte[] Utf8Of(ReadOnlySpan<byte> file, out bool wasUtf8)
    {
        wasUtf8 = true;

        // What `echo ... > maintenance.json` writes in Windows PowerShell.
        if (file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return Trimmed(Encoding.UTF8.GetBytes(Encoding.Unicode.GetString(file[2..])));
        }

        if (file.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return Trimmed(Encoding.UTF8.GetBytes(Encoding.BigEndianUnicode.GetString(file[2..])));
        }

        var text = file.StartsWith(Encoding.UTF8.Preamble) ? file[Encoding.UTF8.Preamble.Length..] : file;
        wasUtf8 = Utf8.IsValid(text);
        return Trimmed(wasUtf8 ? text : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(text)));
    }

    // Only behind: what is before counts for the line and column of an error.
    private static byte[] Trimmed(ReadOnlySpan<byte> text) => text.TrimEnd(" \t\r\n"u8).ToArray();
}
