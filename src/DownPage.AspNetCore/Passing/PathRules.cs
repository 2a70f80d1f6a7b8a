using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Passing;

/// <summary>
/// Which paths pass. Of the request's path as the server decoded it, without the path base, upper and lower case alike,
/// as routing
/// compares. One slash at the end says nothing, but to patterns, which say themselves what they want.
/// </summary>
internal sealed class PathRules
{
    private readonly FrozenSet<string> exact;
    private readonly PrefixTrie prefixes;
    private readonly GlobPattern[] globs;
    private readonly AnchoredPattern[] patterns;

    /// <param name="allow">The rules; those that cannot be are passed over.</param>
    /// <param name="redirectTo">Where visitors are sent: as a path of the site it passes. Null: nowhere.</param>
    public PathRules(MaintenanceAllowOptions allow, string? redirectTo)
    {
        exact = allow.Paths.Where(rule => IsRule(rule, PathSyntax.OfPath))
            .Concat(RedirectTarget(redirectTo))
            .SelectMany(BothForms)
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        prefixes = PrefixTrie.Create(allow.Prefixes.Where(rule => IsRule(rule, PathSyntax.OfPrefix)));
        globs = [.. allow.Globs.Where(rule => IsRule(rule, PathSyntax.OfGlob)).Select(rule => new GlobPattern(rule))];
        patterns = [.. Patterns(allow.Patterns.Where(rule => IsRule(rule, PathSyntax.OfPattern)))];
    }

    /// <param name="path">Not empty: <c>/</c> for the root.</param>
    public bool Allow(string path) => exact.Contains(path) || (HasFamilyOf(path) && !DeviousPath.IsDevious(path));

    private static bool IsRule(string rule, Func<string, string?> problem)
        => !string.IsNullOrWhiteSpace(rule) && problem(rule) is null;

    private static string[] BothForms(string rule)
        => PathSyntax.IsRoot(rule) ? ["/"] : [rule.TrimEnd('/'), rule.TrimEnd('/') + '/'];

    private static IEnumerable<AnchoredPattern> Patterns(IEnumerable<string> rules)
    {
        foreach (var rule in rules)
        {
            if (AnchoredPattern.TryParse(rule, out var pattern, out _))
            {
                yield return pattern;
            }
        }
    }

    /// <summary>
    /// The path alone, decoded as a server decodes the request's; the page itself and nothing below it.
    /// </summary>
    private static string[] RedirectTarget(string? redirectTo)
    {
        if (redirectTo is not { Length: > 0 } || redirectTo[0] != '/' || redirectTo is ['/', '/' or '\\', ..])
        {
            return [];
        }

        var end = redirectTo.AsSpan().IndexOfAny('?', '#');
        var path = PathString.FromUriComponent(end < 0 ? redirectTo : redirectTo[..end]).Value;
        return path is { Length: > 0 } && !DeviousPath.IsDevious(path) ? [path] : [];
    }

    private bool HasFamilyOf(string path)
    {
        if (prefixes.Covers(path))
        {
            return true;
        }

        foreach (var glob in globs)
        {
            if (glob.Matches(path))
            {
                return true;
            }
        }

        foreach (var pattern in patterns)
        {
            if (pattern.Matches(path))
            {
                return true;
            }
        }

        return false;
    }
}
