namespace DownPage.AspNetCore;

/// <summary>What is refused while the site is down.</summary>
public enum MaintenanceKind
{
    /// <summary>Everything that is not allowed by a rule.</summary>
    Full,

    /// <summary>
    /// What may change something: all methods but GET, HEAD, OPTIONS and TRACE (RFC 9110 9.2.1), and what
    /// <see cref="MaintenanceReadOnlyOptions"/> adds.
    /// </summary>
    ReadOnly,
}
