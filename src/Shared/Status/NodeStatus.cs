namespace DownPage.Status;

/// <summary>An instance of the app, as it reported last.</summary>
/// <param name="Name">The machine's name, and what tells instances on one machine apart.</param>
/// <param name="Revision">What it follows: a <see cref="Switching.StateRevision"/>.</param>
/// <param name="Down">Whether it shows the page.</param>
/// <param name="Seen">When it reported last, by its own clock.</param>
/// <param name="Problem">Why it cannot read the state. Null: it can.</param>
internal sealed record NodeStatus(string Name, string Revision, bool Down, DateTimeOffset Seen, string? Problem);
