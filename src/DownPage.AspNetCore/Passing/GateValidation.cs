namespace DownPage.AspNetCore.Passing;

/// <summary>What is wrong with the rules of the gate, all at once.</summary>
internal static class GateValidation
{
    private const int LongestQuote = 200;

    public static IEnumerable<string> Validate(MaintenanceModeOptions options)
    {
        var (allow, readOnly) = (options.Allow, options.ReadOnly);
        return
        [
            .. Each("Scopes", options.Scopes, OfScope),
            .. Each("Allow:Paths", allow.Paths, PathSyntax.OfPath),
            .. Each("Allow:Prefixes", allow.Prefixes, PathSyntax.OfPrefix),
            .. Each("Allow:Globs", allow.Globs, PathSyntax.OfGlob),
            .. Each("Allow:Patterns", allow.Patterns, PathSyntax.OfPattern),
            .. Each("Allow:Routes", allow.Routes, Nothing),
            .. Each("Allow:Hosts", allow.Hosts, OfHost),
            .. Each("Allow:Networks", allow.Networks, OfNetwork),
            .. Each("Allow:Users", allow.Users, Nothing),
            .. Each("Allow:Roles", allow.Roles, Nothing),
            .. Each("Allow:Policies", allow.Policies, Nothing),
            .. Each("Allow:AuthenticationSchemes", allow.AuthenticationSchemes, Nothing),
            .. Each("ReadOnly:AllowPrefixes", readOnly.AllowPrefixes, PathSyntax.OfPrefix),
            .. Each("ReadOnly:BlockPrefixes", readOnly.BlockPrefixes, OfBlocked),
            .. Single(options),
        ];
    }

    private static IEnumerable<string> Single(MaintenanceModeOptions options)
    {
        if (options.Allow is { Authenticated: true, Anonymous: true })
        {
            yield return "MaintenanceMode:Allow:Anonymous is 'True', and MaintenanceMode:Allow:Authenticated too; "
                + "together they would let everybody pass; set MaintenanceMode:Enabled to false instead.";
        }

        if (!Enum.IsDefined(options.Mode))
        {
            yield return $"MaintenanceMode:Mode is '{options.Mode}'; it must be one of {Names<MaintenanceKind>()}.";
        }

        if (!Enum.IsDefined(options.SignOut))
        {
            yield return
                $"MaintenanceMode:SignOut is '{options.SignOut}'; it must be one of {Names<MaintenanceSignOut>()}.";
        }
    }

    private static IEnumerable<string> Each(string key, IList<string> values, Func<string, string?> problemOf)
    {
        for (var i = 0; i < values.Count; i++)
        {
            var value = values[i];
            var problem = string.IsNullOrWhiteSpace(value) ? "it must not be empty; leave it out." : problemOf(value);
            if (problem is not null)
            {
                yield return FormattableString.Invariant($"MaintenanceMode:{key}:{i} is '{Quoted(value)}'; {problem}");
            }
        }
    }

    private static string Names<T>()
        where T : struct, Enum
        => string.Join(", ", Enum.GetNames<T>());

    private static string? Quoted(string? value)
        => value is { Length: > LongestQuote } ? value[..LongestQuote] + "…" : value;

    private static string? Nothing(string value) => null;

    private static string? OfScope(string value) => ScopeRule.TryParse(value, out _, out var problem) ? null : problem;

    private static string? OfHost(string value) => HostRule.TryParse(value, out _, out var problem) ? null : problem;

    private static string? OfNetwork(string value)
        => NetworkRange.TryParse(value, out _, out var problem) ? null : problem;

    private static string? OfBlocked(string value)
        => PathSyntax.OfAnyPrefix(value)
            ?? (PathSyntax.IsRoot(value)
                ? "it would refuse everything; set MaintenanceMode:Mode to Full instead."
                : null);
}
