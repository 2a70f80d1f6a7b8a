using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Passing;

/// <summary>
/// What rules about paths look like. Each method: what is wrong with the rule, and what it should be; null: nothing.
/// </summary>
internal static class PathSyntax
{
    /// <summary>In characters. A rule is compiled to a tree as deep as it has segments.</summary>
    public const int LongestRule = 2048;

    /// <summary>What is wrong with a rule that holds for everything.</summary>
    public const string CatchAll = "it would let everything pass; set MaintenanceMode:Enabled to false instead.";

    /// <summary>A path that no rule means, one segment deep and three.</summary>
    private static readonly string[] Probes = ["/f0c6a3d1b7e942", "/q8r1x/7d2f9c/zz41k0"];

    public static string? OfPath(string rule) => Common(rule, "path") ?? Literal(rule, "path");

    public static string? OfPrefix(string rule) => OfAnyPrefix(rule) ?? (IsRoot(rule) ? CatchAll : null);

    /// <summary>Of rules for which <c>/</c>, the whole site, is another mistake.</summary>
    public static string? OfAnyPrefix(string rule) => Common(rule, "prefix") ?? Literal(rule, "prefix");

    public static string? OfGlob(string rule)
    {
        if (Common(rule, "glob") is { } problem)
        {
            return problem;
        }

        if (rule.Split('/').Any(segment => segment != "**" && segment.Contains("**", StringComparison.Ordinal)))
        {
            return "in a glob '**' stands alone between slashes: '/files/**/*.pdf'.";
        }

        return Probes.All(probe => new GlobPattern(rule).Matches(probe)) ? CatchAll : null;
    }

    public static string? OfPattern(string rule)
    {
        if (rule.Length > LongestRule)
        {
            return FormattableString.Invariant($"a pattern has at most {LongestRule} characters.");
        }

        if (!AnchoredPattern.TryParse(rule, out var pattern, out var problem))
        {
            return problem;
        }

        return Probes.All(pattern.Matches) ? CatchAll : null;
    }

    public static bool IsRoot(string rule) => rule.Trim('/').Length == 0;

    private static string? Common(string rule, string kind)
    {
        if (rule.Length > LongestRule)
        {
            return FormattableString.Invariant($"a {kind} has at most {LongestRule} characters.");
        }

        if (rule[0] != '/')
        {
            return $"a {kind} begins with '/': '{Rooted(rule)}'.";
        }

        // As a server decodes the request's: %2F stays.
        var decoded = rule.Contains('%', StringComparison.Ordinal) ? PathString.FromUriComponent(rule).Value : rule;
        if (decoded != rule)
        {
            return $"a {kind} is written without percent-encoding: '{decoded}'.";
        }

        if (DeviousPath.IsDevious(rule) || rule.Contains("//", StringComparison.Ordinal))
        {
            return $"a {kind} has no empty segments, no dot segments, no backslashes and no control characters.";
        }

        return null;
    }

    private static string? Literal(string rule, string kind)
    {
        if (rule.Contains('*', StringComparison.Ordinal))
        {
            return $"a {kind} has no wildcards; those are for MaintenanceMode:Allow:Globs.";
        }

        var end = rule.AsSpan().IndexOfAny('?', '#');
        return end < 0 ? null : $"a {kind} has no query and no fragment: '{rule[..end]}'.";
    }

    private static string Rooted(string rule)
    {
        var text = rule.Trim();
        if (text.Contains("://", StringComparison.Ordinal) && Uri.TryCreate(text, UriKind.Absolute, out var address))
        {
            return address.AbsolutePath;
        }

        return "/" + text.TrimStart('~').TrimStart('/', '\\');
    }
}
