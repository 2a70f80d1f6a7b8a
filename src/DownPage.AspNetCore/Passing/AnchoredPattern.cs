using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace DownPage.AspNetCore.Passing;

/// <summary>A regular expression for the whole path, matched in time that grows with the path's length only.</summary>
internal sealed class AnchoredPattern
{
    private const RegexOptions Options =
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>
    /// Cannot be reached by a path that a server takes; it is there because nothing on a request may take long.
    /// </summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromMilliseconds(250);

    private readonly Regex regex;

    private AnchoredPattern(Regex regex) => this.regex = regex;

    /// <param name="text">The expression.</param>
    /// <param name="pattern">Null: it cannot be.</param>
    /// <param name="problem">Why it cannot be.</param>
    public static bool TryParse(
        string text, [NotNullWhen(true)] out AnchoredPattern? pattern, [NotNullWhen(false)] out string? problem)
    {
        pattern = null;
        problem = null;
        try
        {
            // By itself first: "a)|(b" would take the anchors apart.
            _ = new Regex(text, Options, Timeout);
            pattern = new AnchoredPattern(new Regex($@"\A(?:{text})\z", Options, Timeout));
            return true;
        }
        catch (NotSupportedException)
        {
            problem = "a pattern is matched without backtracking, which has no lookaround, no back-references, "
                + "no atomic groups and no conditionals, and must not be too large.";
        }
        catch (ArgumentException wrong)
        {
            problem = $"a pattern is a regular expression of .NET: {wrong.Message}";
        }

        return false;
    }

    public bool Matches(string path)
    {
        try
        {
            return regex.IsMatch(path);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
