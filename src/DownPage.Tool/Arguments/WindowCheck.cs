using DownPage.DownFile;
using DownPage.Schedule;

namespace DownPage.Tool.Arguments;

/// <summary>Looks at a window before it is written; see <see cref="OrderCheck"/>.</summary>
internal static class WindowCheck
{
    private static readonly Dictionary<string, string> Options = new(StringComparer.Ordinal)
    {
        ["Start"] = "--start",
        ["End"] = "--end",
        ["Duration"] = "--duration",
        ["Days"] = "--days",
        ["DaysOfMonth"] = "--days-of-month",
        ["Time"] = "--time",
        ["TimeZone"] = "--time-zone",
        ["Announce"] = "--announce",
        ["Message"] = "--message",
        ["Mode"] = "--mode",
    };

    /// <exception cref="ToolException">Values cannot be.</exception>
    public static void Check(WindowDefinition window)
    {
        OrderCheck.Throw([.. window.Scopes.Select(ScopeArgument.ProblemOf).OfType<string>()]);
        try
        {
            ScheduledWindow.Parse(window);
        }
        catch (FormatException wrong)
        {
            OrderCheck.Throw([ByOption(wrong.Message)]);
        }

        OrderCheck.Throw([.. OrderCheck.ProblemsOf(DownFileDocument.Empty with { Windows = [window] })]);
    }

    private static string ByOption(string message)
    {
        foreach (var (key, option) in Options)
        {
            if (message.StartsWith(key + " ", StringComparison.Ordinal))
            {
                return option + message[key.Length..];
            }
        }

        return message;
    }
}
