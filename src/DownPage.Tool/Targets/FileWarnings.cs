using DownPage.Status;
using DownPage.Switching;
using DownPage.Tool.Apps;

namespace DownPage.Tool.Targets;

/// <summary>What else somebody should know who has changed a down file.</summary>
internal sealed class FileWarnings(AppFolder? app, FileFlag flag)
{
    /// <returns>A line for each. Null: nothing.</returns>
    public string? Of(StateWrite write, StatusDocument now)
    {
        string[] lines = [.. All(write), .. Flag(write, now)];
        return lines.Length == 0 ? null : string.Join('\n', lines);
    }

    private IEnumerable<string> All(StateWrite write)
    {
        if (app?.Enabled is { } enabled)
        {
            yield return $"MaintenanceMode:Enabled is {(enabled ? "true" : "false")} in the app's configuration, which wins "
                + "over what is written now.";
        }
        else if (app is { HonorsAppOffline: true } && File.Exists(app.AppOffline))
        {
            yield return $"'{app.AppOffline}' takes the site down, whatever else is written: `downpage online` removes it.";
        }

        if (write.HistoryProblem is { } problem)
        {
            yield return $"The change stands, and its line of the history does not: {problem}";
        }
    }

    private IEnumerable<string> Flag(StateWrite write, StatusDocument now)
    {
        if (write.FlagProblem is { } problem)
        {
            yield return $"What is written stands, and front-end servers do not know it: {problem}";
        }
        else if (write.FlagMended)
        {
            yield return "Front-end servers showed something else than holds: the flag that they look at is put right.";
        }

        foreach (var line in new[] { flag.LeftToTheApp(now), flag.LeftToTheOperator(now) }.OfType<string>())
        {
            yield return line;
        }
    }
}
