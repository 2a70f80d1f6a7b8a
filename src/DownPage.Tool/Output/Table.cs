namespace DownPage.Tool.Output;

/// <summary>Columns, as wide as what stands in them. Cells may be coloured: colour has no width.</summary>
internal sealed class Table(params string[] headings)
{
    private const string Gap = "  ";

    private readonly List<string[]> rows = [];

    /// <param name="cells">As many as there are headings.</param>
    public void Add(params string[] cells) => rows.Add(cells);

    public void Write(TextWriter writer, Palette palette)
    {
        var widths = Enumerable.Range(0, headings.Length)
            .Select(column => rows.Select(row => Palette.WidthOf(row[column])).Append(headings[column].Length).Max())
            .ToArray();
        WriteRow(writer, [.. headings.Select(palette.Faint)], widths);
        foreach (var row in rows)
        {
            WriteRow(writer, row, widths);
        }
    }

    private static void WriteRow(TextWriter writer, string[] cells, int[] widths)
    {
        var padded = cells.Select((cell, column) => column == cells.Length - 1
            ? cell
            : cell + new string(' ', widths[column] - Palette.WidthOf(cell)));
        writer.WriteLine(string.Join(Gap, padded).TrimEnd());
    }
}
