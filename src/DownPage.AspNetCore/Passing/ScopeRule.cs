using System.Diagnostics.CodeAnalysis;

namespace DownPage.AspNetCore.Passing;

/// <summary>A part of the site, as <c>path:/billing</c>.</summary>
/// <param name="Kind">In lower case: <c>path</c>, <c>host</c>, <c>area</c>, <c>group</c>.</param>
/// <param name="Value">What follows the colon.</param>
internal sealed record ScopeRule(string Kind, string Value)
{
    public const string Path = "path";
    public const string Host = "host";
    public const string Area = "area";
    public const string Group = "group";

    private const string Form = "a scope is 'path:/billing', 'host:shop.example.org', 'area:Admin' or 'group:billing'";
    private const string WholeSite = "it is the whole site; leave MaintenanceMode:Scopes empty instead.";

    /// <param name="text">A scope.</param>
    /// <param name="rule">Null: it cannot be.</param>
    /// <param name="problem">Why it cannot be.</param>
    public static bool TryParse(
        string text, [NotNullWhen(true)] out ScopeRule? rule, [NotNullWhen(false)] out string? problem)
    {
        rule = null;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var kind = colon < 0 ? "" : text[..colon].Trim().ToLowerInvariant();
        var value = text[(colon + 1)..].Trim();
        problem = value.Length == 0 ? Form + "." : Problem(kind, value);
        if (problem is not null)
        {
            return false;
        }

        rule = new ScopeRule(kind, value);
        return true;
    }

    private static string? Problem(string kind, string value) => kind switch
    {
        Path => PathSyntax.OfAnyPrefix(value) ?? (PathSyntax.IsRoot(value) ? WholeSite : null),
        Host when value is "*" or "*.*" => WholeSite,
        Host => HostRule.TryParse(value, out _, out var problem) ? null : problem,
        Area or Group => null,
        _ => value[0] == '/' ? $"{Form}: 'path:{value}'." : Form + ".",
    };
}
