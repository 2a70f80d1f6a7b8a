namespace DownPage.FrontEnds.Lighttpd;

/// <summary>Values as lighttpd's configuration reads them.</summary>
internal static class LighttpdText
{
    /// <summary>A string in its quotes. What a backslash means depends on what follows: none may be there.</summary>
    /// <exception cref="FrontEndException">It breaks the line, or ends the string.</exception>
    public static string Quote(string value)
        => value.Any(char.IsControl) ? throw Refused(value, "it has a control character, such as a line break")
            : value.Contains('\\', StringComparison.Ordinal) ? throw Refused(value, "it has a backslash")
            : "\"" + value.Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";

    /// <summary>The path of a file to include.</summary>
    /// <exception cref="FrontEndException">It would be taken for a pattern, and nothing be said of it.</exception>
    public static string Include(string path)
        => !path.Any(character => "*?[]{}".Contains(character, StringComparison.Ordinal)) ? Quote(path)
            : throw Refused(path, "include takes '*', '?', '[', ']', '{' and '}' for a pattern of files");

    private static FrontEndException Refused(string value, string why) => new(
        DiagnosticCodes.FrontEndValueRefused,
        $"The value '{value}' cannot be written for lighttpd: {why}. Use another name.");
}
