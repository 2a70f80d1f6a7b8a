namespace DownPage.StandAlone.Css.Syntax;

/// <summary>
/// The kinds of tokens of CSS Syntax Level 3, and comments, which are copied with the text around them.
/// </summary>
internal enum CssTokenKind
{
    EndOfFile,
    Whitespace,
    Comment,
    Ident,
    Function,
    AtKeyword,
    Hash,
    String,
    BadString,
    Url,
    BadUrl,
    Number,
    Percentage,
    Dimension,
    Delim,
    CommentOpen,
    CommentClose,
    Colon,
    Semicolon,
    Comma,
    OpenSquare,
    CloseSquare,
    OpenParen,
    CloseParen,
    OpenCurly,
    CloseCurly,
}
