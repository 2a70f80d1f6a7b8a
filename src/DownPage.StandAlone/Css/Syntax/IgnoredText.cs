namespace DownPage.StandAlone.Css.Syntax;

/// <summary>What a browser passes over: a declaration without a colon, a rule without a block.</summary>
/// <param name="start">Its first character.</param>
internal sealed class IgnoredText(int start) : CssNode(start);
