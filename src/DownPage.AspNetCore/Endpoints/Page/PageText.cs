using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace DownPage.AspNetCore.Endpoints.Page;

/// <summary>Texts that others wrote, on a page that somebody decides by.</summary>
internal static class PageText
{
    private const int Joiner = 0x200D;
    private const int NonJoiner = 0x200C;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Encode(string? text) => text is null ? "" : Encoder.Encode(text);

    /// <summary>
    /// The text with its control characters, and with those that turn or hide what stands around them, by their
    /// numbers: a name such as "anna" is what it looks like.
    /// </summary>
    public static string Visible(string? text)
    {
        if (text is null || !text.EnumerateRunes().Any(IsHidden))
        {
            return text ?? "";
        }

        var visible = new StringBuilder(text.Length + 16);
        foreach (var letter in text.EnumerateRunes())
        {
            if (IsHidden(letter))
            {
                visible.Append(CultureInfo.InvariantCulture, $"⟨U+{letter.Value:X4}⟩");
            }
            else
            {
                visible.Append(letter.ToString());
            }
        }

        return visible.ToString();
    }

    /// <summary>The text as it is, for the value of a field: what somebody typed is not changed.</summary>
    public static Markup Value(string? text) => new(Encode(text));

    /// <summary>The text on its own, whatever direction it is written in.</summary>
    public static Markup Isolated(string? text) => Markup.Of($"<bdi>{text}</bdi>");

    /// <summary>Texts one after the other, each on its own.</summary>
    public static Markup List(IEnumerable<string> texts)
        => new(string.Join(", ", texts.Select(text => Isolated(text).Html)));

    // The joiners belong to words of Persian and to pictures.
    private static bool IsHidden(Rune letter)
        => letter.Value is not ('\n' or '\r' or '\t' or Joiner or NonJoiner)
            && Rune.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
