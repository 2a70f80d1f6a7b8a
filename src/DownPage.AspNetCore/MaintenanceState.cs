namespace DownPage.AspNetCore;

/// <summary>What holds at a moment: whether the site is down, why, until when. Immutable.</summary>
public sealed record MaintenanceState
{
    /// <summary>The site is up, and nobody said so.</summary>
    public static MaintenanceState Up { get; } = new();

    /// <summary>Whether the site, or what <see cref="Scopes"/> names of it, is down.</summary>
    public bool IsDown { get; init; }

    /// <summary>Who decided.</summary>
    public MaintenanceSource Source { get; init; }

    /// <summary>What is refused.</summary>
    public MaintenanceKind Mode { get; init; }

    /// <summary>What of the site is down; empty: all of it. See <see cref="MaintenanceModeOptions.Scopes"/>.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Shown to visitors. Null: the page as it was made.</summary>
    public string? Message { get; init; }

    /// <summary>Why, in a few words. Null: not said.</summary>
    public string? Reason { get; init; }

    /// <summary>Who took the site down. Null: not known.</summary>
    public string? Actor { get; init; }

    /// <summary>Since when it is down. Null: not known, or up.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Until when. Null: until it is taken up, or not known.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The answer's status code.</summary>
    public int StatusCode { get; init; } = 503;

    /// <summary>What <c>Retry-After</c> says where <see cref="Until"/> is null. Null: no header.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>After how long browsers load the page again. Null: they do not.</summary>
    public TimeSpan? Refresh { get; init; }

    /// <summary>Where visitors are sent instead of being shown a page. Null: nowhere.</summary>
    public string? RedirectTo { get; init; }

    /// <summary>Networks that pass, beyond those of the options.</summary>
    public IReadOnlyList<string> AllowedNetworks { get; init; } = [];

    /// <summary>The name of the window that the site is down by. Null: by none.</summary>
    public string? Window { get; init; }

    /// <summary>The next window, from its lead time on. Null: none is announced.</summary>
    public MaintenanceAnnouncement? Announcement { get; init; }
}
