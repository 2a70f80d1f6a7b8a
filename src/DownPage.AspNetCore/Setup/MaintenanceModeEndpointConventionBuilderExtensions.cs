using DownPage.AspNetCore;
using DownPage.AspNetCore.Endpoints;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maintenance mode of single endpoints.</summary>
public static class MaintenanceModeEndpointConventionBuilderExtensions
{
    /// <summary>The endpoints answer while the site is down.</summary>
    public static TBuilder AllowDuringMaintenance<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder
        => builder.With(new AllowDuringMaintenanceAttribute());

    /// <summary>The endpoints are down even while the site is up.</summary>
    /// <param name="builder">The endpoints.</param>
    /// <param name="message">Shown to visitors. Null: the page as it was made.</param>
    public static TBuilder UnderMaintenance<TBuilder>(this TBuilder builder, string? message = null)
        where TBuilder : IEndpointConventionBuilder
        => builder.With(new UnderMaintenanceAttribute(message));

    /// <summary>
    /// The endpoints belong to a part of the site that can be down by itself, as the scope <c>group:NAME</c>.
    /// </summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static TBuilder MaintenanceGroup<TBuilder>(this TBuilder builder, string name)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return builder.With(new MaintenanceGroupAttribute(name));
    }

    /// <summary>
    /// The endpoint of <c>MapMaintenanceMode</c> is for who has an operator's token, of
    /// <see cref="MaintenanceEndpointOptions.TokenHashes"/>, as <c>Authorization: Bearer TOKEN</c> (RFC 6750 2.1).
    /// Nothing else of the app takes the token: it is no user there, and needs no authentication of the app. With
    /// <c>RequireAuthorization</c> beside it both are needed.
    /// </summary>
    public static TBuilder RequireOperatorToken<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder
        => builder.With(OperatorTokenMark.Instance);

    private static TBuilder With<TBuilder>(this TBuilder builder, object metadata)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Add(endpoint => endpoint.Metadata.Add(metadata));
        return builder;
    }
}
