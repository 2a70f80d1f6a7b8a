namespace DownPage.Tool.Output;

/// <summary>
/// Colours, where a person looks and has not asked for none (no-color.org). What is said never depends on them.
/// </summary>
internal sealed class Palette(bool coloured)
{
    private const char Escape = '\x1b';

    public static Palette Of(ToolContext context)
        => new(context.IsTerminal
            && string.IsNullOrEmpty(context.Variable("NO_COLOR"))
            && context.Variable("TERM") != "dumb");

    public string Good(string text) => With("32", text);

    public string Bad(string text) => With("31", text);

    public string Notable(string text) => With("33", text);

    public string Strong(string text) => With("1", text);

    public string Faint(string text) => With("2", text);

    /// <summary>How many characters of a text are seen.</summary>
    public static int WidthOf(string text)
    {
        var width = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == Escape)
            {
                i = text.IndexOf('m', i);
                continue;
            }

            width++;
        }

        return width;
    }

    private string With(string code, string text) => coloured ? $"{Escape}[{code}m{text}{Escape}[0m" : text;
}
