namespace DownPage.StandAlone.Css.Syntax;

/// <summary>A part of a text.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="End">The first character after it.</param>
internal readonly record struct TextSpan(int Start, int End)
{
    public bool IsEmpty => Start >= End;

    public ReadOnlySpan<char> Of(string text) => text.AsSpan(Start, End - Start);
}
