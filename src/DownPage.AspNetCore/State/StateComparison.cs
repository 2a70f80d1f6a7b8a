namespace DownPage.AspNetCore.State;

/// <summary>Equality by contents, where records compare their lists by reference.</summary>
internal static class StateComparison
{
    public static bool IsSameAs(this MaintenanceState state, MaintenanceState other)
        => state.Scopes.SequenceEqual(other.Scopes, StringComparer.Ordinal)
            && state.AllowedNetworks.SequenceEqual(other.AllowedNetworks, StringComparer.Ordinal)
            && state with { Scopes = [], AllowedNetworks = [] } == other with { Scopes = [], AllowedNetworks = [] };

    /// <summary>The state with the moment since when it is down, where its source does not say.</summary>
    public static MaintenanceState Began(this MaintenanceState state, MaintenanceState before, DateTimeOffset now)
        => !state.IsDown || state.Since is not null
            ? state
            : state with { Since = before.IsDown && before.Source == state.Source ? before.Since : now };
}
