namespace DownPage.AspNetCore.Farm;

/// <summary>What is wrong with the options of a farm, all at once.</summary>
internal static class FarmValidation
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public static IEnumerable<string> Validate(MaintenanceFarmOptions options) =>
    [
        .. Span(nameof(options.Interval), options.Interval, Shortest, Hour),
        .. Span(nameof(options.Timeout), options.Timeout, Shortest, TimeSpan.FromMinutes(1)),
        .. Span(nameof(options.Heartbeat), options.Heartbeat, TimeSpan.FromSeconds(1), Hour),
        .. Prefix(options.KeyPrefix),
    ];

    private static IEnumerable<string> Span(string name, TimeSpan value, TimeSpan least, TimeSpan most)
    {
        if (value < least || value > most)
        {
            yield return $"MaintenanceMode:Farm:{name} is '{value}'; it must be between {least} and {most}.";
        }
    }

    private static IEnumerable<string> Prefix(string? prefix)
    {
        if (prefix is not null && !FarmKeys.IsPrefix(prefix))
        {
            var quoted = prefix.Length > FarmKeys.LongestPrefix ? prefix[..FarmKeys.LongestPrefix] + "…" : prefix;
            yield return $"MaintenanceMode:Farm:KeyPrefix is '{quoted}'; it must be 1 to 100 ASCII letters, digits, "
                + "':', '-', '.', or left out.";
        }
    }
}
