namespace DownPage.StandAlone.Css.Syntax;

/// <summary>An address in a value.</summary>
/// <param name="Span">What is replaced: a whole <c>url(…)</c> without quotes, or a string.</param>
/// <param name="Address">The address, its escapes resolved.</param>
/// <param name="IsQuoted">Whether it is a string.</param>
internal readonly record struct CssUrl(TextSpan Span, string Address, bool IsQuoted);
