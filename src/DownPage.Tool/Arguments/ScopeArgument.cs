using System.Buffers;

namespace DownPage.Tool.Arguments;

/// <summary>
/// Parts of a site, <c>path:/billing</c>, as the app reads them: one that it cannot read takes all of it down.
/// </summary>
internal static class ScopeArgument
{
    private const int Longest = 2048;
    private const string Form =
        "it must be 'path:/billing', 'host:shop.example.org', 'area:Admin' or 'group:billing'";

    private static readonly SearchValues<char> HostLetters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.:[]");

    /// <summary>What is wrong with it; null: nothing.</summary>
    public static string? ProblemOf(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var kind = colon < 0 ? "" : text[..colon].Trim().ToLowerInvariant();
        var value = text[(colon + 1)..].Trim();
        var problem = value.Length is 0 or > Longest ? Form + "." : ProblemOf(kind, value);
        return problem is null ? null : $"--scope is '{text}'; {problem}";
    }

    private static string? ProblemOf(string kind, string value) => kind switch
    {
        "path" => PathProblem(value),
        "host" => HostProblem(value),
        "area" or "group" => null,
        _ => value[0] == '/' ? $"{Form}: 'path:{value}'." : Form + ".",
    };

    private static string? PathProblem(string path)
    {
        if (path[0] != '/')
        {
            return $"a path begins with '/': 'path:/{path}'.";
        }

        if (path.Trim('/').Length == 0)
        {
            return "it is the whole site; leave --scope out instead.";
        }

        return path.AsSpan().IndexOfAny("?#*%\\") >= 0
            || path.Any(char.IsControl)
            || path.Contains("//", StringComparison.Ordinal)
            || path.Split('/').Any(segment => segment is "." or "..")
                ? "a path has no wildcards, no query, no percent-encoding, no empty segments and no dot segments."
                : null;
    }

    private static string? HostProblem(string host)
    {
        if (host is "*" or "*.*")
        {
            return "it is the whole site; leave --scope out instead.";
        }

        var name = host.StartsWith("*.", StringComparison.Ordinal) ? host[2..] : host;
        return name.Length == 0 || name.Any(letter => letter < 0x80 && !HostLetters.Contains(letter))
            ? "a host is a name, with or without a port: 'admin.example.org', '*.example.org', 'localhost:5001'."
            : null;
    }
}
