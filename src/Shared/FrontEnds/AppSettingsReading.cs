namespace DownPage.FrontEnds;

/// <summary>The section <c>MaintenanceMode</c> of an app's settings, as far as front ends heed it.</summary>
/// <param name="Value">The value of a key, <c>DownFile</c>; null: there is none.</param>
/// <param name="Values">The entries of a list, <c>Allow:Networks</c>.</param>
internal sealed record AppSettingsReading(Func<string, string?> Value, Func<string, IReadOnlyList<string>> Values)
{
    /// <summary>Of an app without settings.</summary>
    public static AppSettingsReading None { get; } = new(_ => null, _ => []);
}
