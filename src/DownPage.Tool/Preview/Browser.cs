using System.ComponentModel;
using System.Diagnostics;

namespace DownPage.Tool.Preview;

/// <summary>The browser of whoever sits at the machine.</summary>
internal static class Browser
{
    /// <summary>Shows a file in it.</summary>
    /// <exception cref="ToolException">There is none that can be opened.</exception>
    public static void Open(string file, ToolContext context)
    {
        var (program, arguments) = Opener(file, context);
        try
        {
            var start = new ProcessStartInfo(program) { UseShellExecute = false };
            foreach (var argument in arguments)
            {
                start.ArgumentList.Add(argument);
            }

            using var process = Process.Start(start);
        }
        catch (Win32Exception missing)
        {
            throw new ToolException(
                DiagnosticCodes.NoBrowser,
                $"'{program}' cannot be started: {missing.Message.TrimEnd('.')}. The gallery is there all the same; open "
                    + $"'{file}' in a browser, or copy its folder to a machine that has one.");
        }
    }

    private static (string Program, string[] Arguments) Opener(string file, ToolContext context)
        => context.Variable("BROWSER") is { Length: > 0 } browser ? (browser, [file])
            : OperatingSystem.IsWindows() ? ("cmd", ["/c", "start", "", file])
            : OperatingSystem.IsMacOS() ? ("open", [file])
            : ("xdg-open", [file]);
}
