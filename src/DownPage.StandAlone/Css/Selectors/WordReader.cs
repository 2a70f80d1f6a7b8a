namespace DownPage.StandAlone.Css.Selectors;

/// <summary>The words of a text: letters, digits, dashes and underscores in a row.</summary>
/// <param name="text">The text.</param>
internal ref struct WordReader(ReadOnlySpan<char> text)
{
    private ReadOnlySpan<char> rest = text;

    public ReadOnlySpan<char> Current { get; private set; }

    public readonly WordReader GetEnumerator() => this;

    public bool MoveNext()
    {
        var start = 0;
        while (start < rest.Length && !IsWordCharacter(rest[start]))
        {
            start++;
        }

        var end = start;
        while (end < rest.Length && IsWordCharacter(rest[end]))
        {
            end++;
        }

        Current = rest[start..end];
        rest = rest[end..];
        return end > start;
    }

    private static bool IsWordCharacter(char character) => char.IsLetterOrDigit(character) || character is '-' or '_';
}
