using System.Diagnostics;
using System.Globalization;

namespace DownPage.Servers.Tests.Harness;

/// <summary>
/// Ends what a test run has started, and deletes its folder, when the run ends, however it does: also when the test
/// host is killed. An app that outlived its run would answer in the place of the next run's, which is down.
/// </summary>
internal static class Watchdog
{
    // Its input ends with the test host. Servers have children of their own.
    private const string Script = """
        exec >/dev/null 2>&1
        trap '' INT TERM HUP
        ids=
        while read -r sign id; do
            if [ "$sign" = + ]; then
                ids="$ids $id"
            else
                left=
                for other in $ids; do [ "$other" = "$id" ] || left="$left $other"; done
                ids=$left
            fi
        done
        for id in $ids; do
            # One that lives would replace its children.
            kill -STOP "$id"
            pkill -KILL -P "$id"
            kill -KILL "$id"
        done
        [ -z "$1" ] || rm -rf -- "$1"
        """;

    private static readonly Lazy<StreamWriter> Input = new(Start);

    /// <summary>Ends the process with the run.</summary>
    public static void Watch(int id) => Tell('+', id);

    /// <summary>It has ended: its id may be another's soon.</summary>
    public static void Forget(int id) => Tell('-', id);

    private static void Tell(char sign, int id)
    {
        var input = Input.Value;
        lock (input)
        {
            input.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sign} {id}"));
            input.Flush();
        }
    }

    private static StreamWriter Start()
    {
        var start = new ProcessStartInfo("setsid") { RedirectStandardInput = true };
        foreach (var argument in (string[])["sh", "-c", Script, "sh", WorkFolder.Keep ? "" : WorkFolder.Root])
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException("setsid did not start.");
        return process.StandardInput;
    }
}
