namespace DownPage.AspNetCore;

/// <summary>
/// What <see cref="IMaintenanceMode.EnterAsync"/> and <see cref="IMaintenanceMode.UpdateAsync"/> write to the down
/// file. What is null stays as the options have it (entering) or as it is (updating).
/// </summary>
public sealed record MaintenanceRequest
{
    /// <summary>Instead of <see cref="MaintenanceModeOptions.Mode"/>.</summary>
    public MaintenanceKind? Mode { get; init; }

    /// <summary>Instead of <see cref="MaintenanceModeOptions.Scopes"/>.</summary>
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>Shown to visitors.</summary>
    public string? Message { get; init; }

    /// <summary>Why, in a few words.</summary>
    public string? Reason { get; init; }

    /// <summary>Who did it.</summary>
    public string? Actor { get; init; }

    /// <summary>When the site comes back by itself. Null: when it is taken up.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Instead of <see cref="MaintenanceModeOptions.StatusCode"/>.</summary>
    public int? StatusCode { get; init; }

    /// <summary>Instead of <see cref="MaintenanceModeOptions.RetryAfter"/>.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Instead of <see cref="MaintenanceModeOptions.Refresh"/>.</summary>
    public TimeSpan? Refresh { get; init; }

    /// <summary>Instead of <see cref="MaintenanceModeOptions.RedirectTo"/>.</summary>
    public string? RedirectTo { get; init; }

    /// <summary>Networks that pass, beyond those of the options.</summary>
    public IReadOnlyList<string>? AllowedNetworks { get; init; }
}
