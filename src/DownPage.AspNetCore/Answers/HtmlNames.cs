using System.Text;

namespace DownPage.AspNetCore.Answers;

/// <summary>The elements that HTML reads in ways of their own.</summary>
internal static class HtmlNames
{
    /// <summary>Whether tags within are text.</summary>
    public static bool IsRawText(ReadOnlySpan<byte> name)
        => IsText(name) || IsCode(name) || Is(name, "xmp"u8) || Is(name, "iframe"u8) || Is(name, "noembed"u8)
            || Is(name, "noframes"u8);

    /// <summary>Whether it holds text and nothing else, in which references such as <c>&amp;amp;</c> count.</summary>
    public static bool IsText(ReadOnlySpan<byte> name) => Is(name, "title"u8) || Is(name, "textarea"u8);

    public static bool IsCode(ReadOnlySpan<byte> name) => Is(name, "script"u8) || Is(name, "style"u8);

    /// <summary>Whether it has neither content nor an end tag.</summary>
    public static bool IsVoid(ReadOnlySpan<byte> name)
        => Is(name, "meta"u8) || Is(name, "link"u8) || Is(name, "img"u8) || Is(name, "input"u8) || Is(name, "br"u8)
            || Is(name, "hr"u8) || Is(name, "base"u8) || Is(name, "area"u8) || Is(name, "col"u8) || Is(name, "embed"u8)
            || Is(name, "source"u8) || Is(name, "track"u8) || Is(name, "wbr"u8);

    public static bool IsForeignRoot(ReadOnlySpan<byte> name) => Is(name, "svg"u8) || Is(name, "math"u8);

    public static bool Is(ReadOnlySpan<byte> name, ReadOnlySpan<byte> other) => Ascii.EqualsIgnoreCase(name, other);
}
