using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DownPage.AspNetCore.Passing;

/// <summary>What of the site is down, if not all of it.</summary>
internal sealed class ScopeRules
{
    private readonly PrefixTrie paths;
    private readonly HostRules hosts;
    private readonly FrozenSet<string> areas;
    private readonly FrozenSet<string> groups;

    private ScopeRules(IReadOnlyList<ScopeRule> rules)
    {
        paths = PrefixTrie.Create(Values(rules, ScopeRule.Path));
        hosts = new HostRules(Values(rules, ScopeRule.Host));
        areas = Values(rules, ScopeRule.Area).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        groups = Values(rules, ScopeRule.Group).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Scopes that cannot be are left out, with a warning.</summary>
    /// <returns>Null: the whole site is down, also where no scope is left of those that were named.</returns>
    public static ScopeRules? Create(IEnumerable<string> scopes, GateNotices notices)
    {
        var rules = new List<ScopeRule>();
        foreach (var scope in scopes)
        {
            if (ScopeRule.TryParse(scope ?? "", out var rule, out var problem))
            {
                rules.Add(rule);
            }
            else
            {
                notices.ScopeIgnored(scope, problem);
            }
        }

        return rules.Count > 0 ? new ScopeRules(rules) : null;
    }

    /// <summary>
    /// Of a path that may mean another further on it is not known whether it is in scope: then it is.
    /// </summary>
    public bool Cover(HttpRequest request, string path, Endpoint? endpoint)
        => (!paths.IsEmpty && (paths.CoversLoosely(path) || DeviousPath.IsDevious(path)))
            || hosts.Contain(request)
            || (endpoint is not null && (IsInArea(endpoint) || IsInGroup(endpoint)));

    private bool IsInArea(Endpoint endpoint)
        => areas.Count > 0
            && endpoint is RouteEndpoint route
            && route.RoutePattern.RequiredValues.TryGetValue("area", out var area)
            && area is string name
            && areas.Contains(name);

    private bool IsInGroup(Endpoint endpoint)
    {
        if (groups.Count == 0)
        {
            return false;
        }

        var metadata = endpoint.Metadata;
        for (var i = 0; i < metadata.Count; i++)
        {
            if (metadata[i] is MaintenanceGroupAttribute { Name: { } name } && groups.Contains(name))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<string> Values(IEnumerable<ScopeRule> rules, string kind)
        => rules.Where(rule => rule.Kind == kind).Select(rule => rule.Value);
}
