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

    private static FrontEndException Refused(string value, string why) => new(
        DiagnosticCodes.FrontEndValueRefused,
        $"The value '{value}' cannot be written for lighttpd: {why}. Use another name.");
}
