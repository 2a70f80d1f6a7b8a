using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DownPage.AspNetCore.Passing;

/// <summary>
/// Which endpoints pass: by their names, and those of health checks, so that an orchestrator does not restart what is
/// down on purpose.
/// </summary>
internal sealed class EndpointRules(IEnumerable<string> names)
{
    /// <summary>
    /// All that <c>MapHealthChecks</c> tells of itself (aspnetcore, HealthCheckEndpointRouteBuilderExtensions).
    /// </summary>
    private const string HealthChecks = "Health checks";

    private readonly FrozenSet<string> names =
        names.Where(name => !string.IsNullOrWhiteSpace(name)).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The last one in the metadata, which is that of the action rather than of its controller or its group.
    /// </summary>
    public static EndpointMark Mark(Endpoint? endpoint)
    {
        if (endpoint is null)
        {
            return EndpointMark.None;
        }

        var metadata = endpoint.Metadata;
        for (var i = metadata.Count - 1; i >= 0; i--)
        {
            switch (metadata[i])
            {
                case AllowDuringMaintenanceAttribute:
                    return EndpointMark.Allowed;
                case UnderMaintenanceAttribute:
                    return EndpointMark.Down;
            }
        }

        return EndpointMark.None;
    }

    public bool Allow(Endpoint? endpoint) => endpoint is not null && (IsHealthCheck(endpoint) || IsNamed(endpoint));

    private static bool IsHealthCheck(Endpoint endpoint)
        => string.Equals(endpoint.DisplayName, HealthChecks, StringComparison.Ordinal);

    private bool IsNamed(Endpoint endpoint)
        => names.Count > 0
            && (IsName(endpoint.Metadata.GetMetadata<IRouteNameMetadata>()?.RouteName)
                || IsName(endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName));

    private bool IsName(string? text) => text is not null && names.Contains(text);
}
