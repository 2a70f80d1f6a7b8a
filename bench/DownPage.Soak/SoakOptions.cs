using System.Globalization;

namespace DownPage.Soak;

/// <summary>What is to be run: <c>MINUTES [--connections N] [--kill-every SECONDS] [--maintenance]</c>.</summary>
internal sealed record SoakOptions
{
    public const string Usage = "DownPage.Soak [MINUTES] [--connections N] [--kill-every SECONDS] [--maintenance]";

    public TimeSpan Duration { get; private init; } = TimeSpan.FromMinutes(10);

    public int Connections { get; private init; } = 64;

    public TimeSpan KillEvery { get; private init; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether the flag goes on and off, every second, in the middle third of the run.</summary>
    public bool WithMaintenance { get; private init; }

    public static SoakOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new SoakOptions();
        for (var index = 0; index < arguments.Count; index++)
        {
            options = arguments[index] switch
            {
                "--connections" => options with { Connections = (int)Number(arguments, ++index) },
                "--kill-every" => options with { KillEvery = TimeSpan.FromSeconds(Number(arguments, ++index)) },
                "--maintenance" => options with { WithMaintenance = true },
                _ => options with { Duration = TimeSpan.FromMinutes(Number(arguments, index)) },
            };
        }

        return options;
    }

    private static double Number(IReadOnlyList<string> arguments, int index)
        => index < arguments.Count
            && double.TryParse(arguments[index], NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number > 0
            ? number
            : throw new FormatException(Usage);
}
