namespace DownPage.Tool.Commands;

/// <summary>A line of the block, and how it is coloured once it has been cut to the terminal's width.</summary>
internal sealed record WatchLine(string Text, Func<string, string> Colour);
