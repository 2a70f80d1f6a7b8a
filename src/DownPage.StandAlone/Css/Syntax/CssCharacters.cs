namespace DownPage.StandAlone.Css.Syntax;

/// <summary>The classes of characters that the tokens of CSS are made of.</summary>
internal static class CssCharacters
{
    public static bool IsWhitespace(char character) => character is ' ' or '\t' || IsNewline(character);

    public static bool IsNewline(char character) => character is '\n' or '\r' or '\f';

    public static bool IsNameStart(char character) =>
        char.IsAsciiLetter(character) || character is '_' or '\0' || character >= '\u0080';

    public static bool IsName(char character) => IsNameStart(character) || char.IsAsciiDigit(character) || character == '-';

    /// <summary>Whether an unquoted url cannot have it without an escape.</summary>
    public static bool EndsUrl(char character) =>
        character is '"' or '\'' or '(' or ')' or '\\' or '\u007f' || character <= ' ';
}
