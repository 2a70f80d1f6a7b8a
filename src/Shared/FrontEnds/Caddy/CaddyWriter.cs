using System.Text;

namespace DownPage.FrontEnds.Caddy;

/// <summary>Lines as <c>caddy fmt</c> would have them.</summary>
internal sealed class CaddyWriter
{
    private readonly StringBuilder text = new();
    private int depth;

    public void Line(string line) => text.Append('\t', depth).Append(line).Append('\n');

    /// <summary>Why, above the lines that it is about.</summary>
    public void Comment(params string[] lines)
    {
        foreach (var line in lines)
        {
            Line(line.Length > 0 ? "# " + line : "#");
        }
    }

    public void Space() => text.Append('\n');

    public void Block(string head, Action inside)
    {
        Line(head + " {");
        depth++;
        inside();
        depth--;
        Line("}");
    }

    public override string ToString() => text.ToString();
}
