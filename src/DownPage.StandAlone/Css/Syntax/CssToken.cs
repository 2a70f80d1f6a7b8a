namespace DownPage.StandAlone.Css.Syntax;

/// <summary>A token: what it is, and where it is in the text.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Start">Its first character.</param>
/// <param name="End">The first character after it.</param>
internal readonly record struct CssToken(CssTokenKind Kind, int Start, int End)
{
    /// <summary>Whether it means nothing but a separation.</summary>
    public bool IsTrivia => Kind is CssTokenKind.Whitespace or CssTokenKind.Comment;

    /// <summary>
    /// What ends the block that this token begins; <see cref="CssTokenKind.EndOfFile"/>: it begins none.
    /// </summary>
    public CssTokenKind Closer => Kind switch
    {
        CssTokenKind.OpenCurly => CssTokenKind.CloseCurly,
        CssTokenKind.OpenSquare => CssTokenKind.CloseSquare,
        CssTokenKind.OpenParen or CssTokenKind.Function => CssTokenKind.CloseParen,
        _ => CssTokenKind.EndOfFile,
    };
}
