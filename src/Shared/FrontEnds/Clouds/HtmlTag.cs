namespace DownPage.FrontEnds.Clouds;

/// <summary>A tag in a page.</summary>
/// <param name="Name">In lower case; of an end tag with its slash: <c>/body</c>.</param>
/// <param name="Start">Where it starts.</param>
/// <param name="Text">All of it, with its brackets.</param>
internal sealed record HtmlTag(string Name, int Start, string Text)
{
    /// <summary>Where what follows it starts.</summary>
    public int End => Start + Text.Length;
}
