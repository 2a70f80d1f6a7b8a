namespace DownPage.Tool.Commands;

/// <summary>Lines that stay, and on a terminal a block below them that is drawn anew in its place.</summary>
internal sealed class WatchScreen(ToolContext context, bool isDrawn)
{
    private const int Narrowest = 20;

    private int drawn;

    public bool IsDrawn { get; } = isDrawn;

    public void Append(string line)
    {
        Erase();
        context.Out.WriteLine(line);
        context.Out.Flush();
    }

    public void Draw(IReadOnlyList<WatchLine> block)
    {
        // A line that the terminal breaks would be two, and the block would crawl down.
        var width = Math.Max(Narrowest, context.Width() - 1);
        Erase();
        foreach (var line in block)
        {
            var text = line.Text.Length > width ? line.Text[..width] : line.Text;
            context.Out.WriteLine(line.Colour(text));
        }

        drawn = block.Count;
        context.Out.Flush();
    }

    /// <summary>What was drawn last stays.</summary>
    public void End() => drawn = 0;

    private void Erase()
    {
        if (drawn > 0)
        {
            // Up so many lines, and all from there on is gone (ECMA-48: CUU, ED).
            context.Out.Write(FormattableString.Invariant($"\x1b[{drawn}A\x1b[J"));
            drawn = 0;
        }
    }
}
