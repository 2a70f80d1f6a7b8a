namespace DownPage.AspNetCore.Answers;

/// <summary>A part of a page, by its bytes, and what comes in its place.</summary>
internal readonly record struct HtmlEdit(int Start, int End, string Text);
