using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace DownPage.AspNetCore.State;

/// <summary>
/// The last good options. The framework's monitor throws out of a reload whose values are wrong, into whoever watches
/// the file; here such a reload is logged, and what was good stays.
/// </summary>
internal sealed partial class OptionsSource : IDisposable
{
    private readonly IOptionsFactory<MaintenanceModeOptions> factory;
    private readonly ILogger<OptionsSource> logger;
    private readonly List<IDisposable> watches = [];
    private volatile MaintenanceModeOptions current;

    /// <exception cref="OptionsValidationException">The first options are wrong.</exception>
    public OptionsSource(
        IOptionsFactory<MaintenanceModeOptions> factory,
        IEnumerable<IOptionsChangeTokenSource<MaintenanceModeOptions>> changes,
        ILogger<OptionsSource> logger)
    {
        this.factory = factory;
        this.logger = logger;
        current = factory.Create(Options.DefaultName);
        watches.AddRange(changes.Select(change => ChangeToken.OnChange(change.GetChangeToken, Reload)));
    }

    /// <summary>Raised when <see cref="Current"/> is another.</summary>
    public event Action? Changed;

    public MaintenanceModeOptions Current => current;

    /// <summary>Why the last reload was not taken; null: it was.</summary>
    public string? Problem { get; private set; }

    public void Dispose() => watches.ForEach(watch => watch.Dispose());

    private void Reload()
    {
        try
        {
            current = factory.Create(Options.DefaultName);
            Problem = null;
        }
        catch (Exception wrong)
            when (wrong is OptionsValidationException or InvalidOperationException or FormatException)
        {
            Problem = wrong.Message;
            Log.ReloadRejected(logger, wrong.Message);
            return;
        }

        Changed?.Invoke();
    }

    private static partial class Log
    {
        [LoggerMessage(
            1, LogLevel.Error,
            "The configuration of maintenance mode was changed to something that cannot be, and the last good "
                + "one stays: {Problem}",
            EventName = "ReloadRejected")]
        public static partial void ReloadRejected(ILogger logger, string problem);
    }
}
