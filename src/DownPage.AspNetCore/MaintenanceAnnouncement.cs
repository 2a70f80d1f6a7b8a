namespace DownPage.AspNetCore;

/// <summary>A window that is to come, for a banner in the site's layout.</summary>
/// <param name="Start">When the site goes down.</param>
/// <param name="End">When it is back. Null: not known.</param>
/// <param name="Message">The window's message. Null: none.</param>
/// <param name="Window">The window's name.</param>
public sealed record MaintenanceAnnouncement(DateTimeOffset Start, DateTimeOffset? End, string? Message, string Window);
