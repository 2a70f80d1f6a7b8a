using System.Globalization;

namespace DownPage.Tool.Output;

/// <summary>
/// Texts of others, for a terminal: what would move its cursor, change its colours or turn the writing round is left out.
/// </summary>
internal static class PlainText
{
    public static string Of(string text)
        => text.Any(IsUnruly) ? new string([.. text.Select(letter => IsUnruly(letter) ? ' ' : letter)]) : text;

    private static bool IsUnruly(char letter)
        => char.IsControl(letter)
            || char.GetUnicodeCategory(letter) is UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
