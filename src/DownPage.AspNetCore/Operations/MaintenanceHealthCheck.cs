using System.Globalization;
using DownPage.AspNetCore.State;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DownPage.AspNetCore.Operations;

/// <summary>
/// The site's state, for whoever watches it. A load balancer that takes out every node because the site is down shows
/// visitors its own error instead of the page; so being down is healthy unless <see cref="MaintenanceReadiness.Drain"/>
/// is asked for.
/// </summary>
internal sealed class MaintenanceHealthCheck(
    IMaintenanceMode mode, OptionsSource options, IStateHealth? store) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
        => Task.FromResult(Check(mode.Current));

    private HealthCheckResult Check(MaintenanceState state)
    {
        var data = DataOf(state);
        var problem = ProblemOf(data);
        var text = TextOf(state);
        if (options.Current.Readiness == MaintenanceReadiness.Drain && IsWhollyDown(state))
        {
            return HealthCheckResult.Unhealthy(text, data: data);
        }

        return problem is null
            ? HealthCheckResult.Healthy(text, data)
            : HealthCheckResult.Degraded($"{text} {problem}", data: data);
    }

    /// <summary>A node that still reads, or serves a part of the site, is worth its visitors.</summary>
    private static bool IsWhollyDown(MaintenanceState state)
        => state is { IsDown: true, Mode: MaintenanceKind.Full, Scopes.Count: 0 };

    private static string TextOf(MaintenanceState state) => state switch
    {
        { IsDown: false } => "The site is up.",
        { Mode: MaintenanceKind.ReadOnly } => "The site is read-only for visitors.",
        { Scopes.Count: > 0 } => "A part of the site is down for visitors.",
        _ => "The site is down for visitors.",
    };

    private string? ProblemOf(Dictionary<string, object> data)
    {
        if (store?.Problem is { } unread)
        {
            data["problem"] = unread;
            return $"The state could not be read: {unread}";
        }

        if (options.Problem is { } rejected)
        {
            data["problem"] = rejected;
            return $"The configuration was changed to something that cannot be: {rejected}";
        }

        return null;
    }

    private static Dictionary<string, object> DataOf(MaintenanceState state)
    {
        var data = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["down"] = state.IsDown,
            ["source"] = state.Source.ToString(),
        };
        Add("since", state.Since?.ToString("O", CultureInfo.InvariantCulture));
        Add("until", state.Until?.ToString("O", CultureInfo.InvariantCulture));
        if (state.IsDown)
        {
            data["mode"] = state.Mode.ToString();
            Add("scopes", state.Scopes.Count > 0 ? string.Join(", ", state.Scopes) : null);
            Add("reason", state.Reason);
            Add("window", state.Window);
        }

        return data;

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                data[name] = value;
            }
        }
    }
}
