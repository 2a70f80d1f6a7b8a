namespace DownPage.AspNetCore.Passing;

/// <summary>What an endpoint says of itself about maintenance mode.</summary>
internal enum EndpointMark
{
    None,

    /// <summary><see cref="AllowDuringMaintenanceAttribute"/>.</summary>
    Allowed,

    /// <summary><see cref="UnderMaintenanceAttribute"/>.</summary>
    Down,
}
