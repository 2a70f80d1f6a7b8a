namespace DownPage.Tool.Output;

/// <summary>Lines of a name and what there is to say of it, below one another.</summary>
internal sealed class Facts(Palette palette)
{
    private readonly List<(string Name, string Text)> facts = [];

    /// <param name="name">What it is about.</param>
    /// <param name="text">What there is to say. Null: nothing, and there is no line.</param>
    public void Add(string name, string? text)
    {
        if (text is not null)
        {
            facts.Add((name, text));
        }
    }

    public void Write(TextWriter writer)
    {
        var width = facts.Select(fact => fact.Name.Length).DefaultIfEmpty().Max();
        foreach (var (name, text) in facts)
        {
            writer.WriteLine($"  {palette.Faint(name.PadRight(width))}  {text}");
        }
    }
}
