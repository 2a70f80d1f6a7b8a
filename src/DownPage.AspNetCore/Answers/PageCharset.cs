using System.Text.Unicode;

namespace DownPage.AspNetCore.Answers;

/// <summary>The encoding of a file that nobody describes.</summary>
internal static class PageCharset
{
    public const string Utf16 = "utf-16";

    /// <summary>Null: the page itself has to say it.</summary>
    public static string? Of(ReadOnlySpan<byte> page)
        => page is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] ? Utf16 : Utf8.IsValid(page) ? "utf-8" : null;
}
