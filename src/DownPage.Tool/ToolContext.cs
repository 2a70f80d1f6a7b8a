namespace DownPage.Tool;

/// <summary>The world around a run of the command; tests have their own.</summary>
internal sealed record ToolContext
{
    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>The standard input.</summary>
    public TextReader In { get; init; } = TextReader.Null;

    /// <summary>
    /// Whether a person looks at <see cref="Out"/>: only then there is colour, and lines that change.
    /// </summary>
    public bool IsTerminal { get; init; }

    /// <summary>How many characters a line of the terminal takes.</summary>
    public Func<int> Width { get; init; } = static () => 80;

    /// <summary>Whether a terminal sends its Ctrl+C to this process, and so to all that it starts.</summary>
    public bool HasControl { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The folder that paths are meant from.</summary>
    public required string Directory { get; init; }

    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>The names of all variables, in any order; <see cref="Variable"/> has their values.</summary>
    public Func<IEnumerable<string>> VariableNames { get; init; } =
        static () => Environment.GetEnvironmentVariables().Keys.Cast<string>();

    /// <summary>Who types: <c>DOWNPAGE_ACTOR</c>, or the user's name.</summary>
    public string Actor => Variable("DOWNPAGE_ACTOR") is { Length: > 0 } actor ? actor : Environment.UserName;
}
