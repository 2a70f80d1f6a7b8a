using DownPage.RenderProtocol;
using DownPage.Text;

namespace DownPage.Tool.Config;

/// <summary>The servers that were typed, as they are called.</summary>
internal static class ConfigServers
{
    /// <summary>ASP.NET Core itself: it reads the pages, and takes no file.</summary>
    public const string Yarp = "yarp";

    /// <exception cref="ToolException">One is none.</exception>
    public static IReadOnlyList<string> Of(IEnumerable<string> typed) => [.. typed.Select(Known)];

    private static string Known(string typed)
        => ServerNames.All.FirstOrDefault(name => name.Equals(typed, StringComparison.OrdinalIgnoreCase))
            ?? throw new ToolException(
                DiagnosticCodes.ServerUnknown,
                $"'{typed}' is no server that configuration can be written for"
                    + (NearestName.Find(typed, ServerNames.All) is { } nearest ? $"; did you mean '{nearest}'? " : ". ")
                    + $"There are {string.Join(", ", ServerNames.All)}.")
            {
                ExitCode = ExitCode.Usage,
            };
}
