using System.Globalization;
using DownPage.DownFile;
using DownPage.Switching;

namespace DownPage.Tool.Arguments;

/// <summary>
/// Looks at an order before it is written: the app passes over a value that cannot be, in front of visitors, where
/// nobody at a terminal sees it. The reader of the app itself is asked.
/// </summary>
internal static class OrderCheck
{
    private static readonly Dictionary<string, string> Options = new(StringComparer.Ordinal)
    {
        ["mode"] = "--mode",
        ["scopes"] = "--scope",
        ["message"] = "--message",
        ["reason"] = "--reason",
        ["actor"] = "--actor",
        ["until"] = "--until",
        ["statusCode"] = "--status",
        ["retryAfter"] = "--retry-after",
        ["refresh"] = "--refresh",
        ["redirectTo"] = "--redirect",
        ["allowNetworks"] = "--allow",
        ["bypass.secretHash"] = "--with-secret",
    };

    /// <exception cref="ToolException">Values cannot be; all of them are named.</exception>
    public static void Check(DownOrder order, ChangeOrigin origin, DateTimeOffset now)
    {
        string[] problems =
        [
            .. (order.Scopes ?? []).Select(ScopeArgument.ProblemOf).OfType<string>(),
            .. (order.AllowNetworks ?? []).Select(NetworkArgument.ProblemOf).OfType<string>(),
            .. order.Until <= now
                ? [string.Create(CultureInfo.InvariantCulture, $"--until is '{order.Until:O}'; it must be later than now.")]
                : Array.Empty<string>(),
            .. ProblemsOf(order.Over(DownFileDocument.Empty, origin)),
        ];
        Throw(problems);
    }

    /// <summary>What the app's reader would pass over.</summary>
    public static IEnumerable<string> ProblemsOf(DownFileDocument document)
    {
        var reading = DownFileReader.Read(DownFileWriter.Write(document));
        return reading.Failure is { } failure
            ? [failure]
            : reading.Warnings.Where(warning => !IsToldAlready(warning)).Select(ByOption);
    }

    /// <exception cref="ToolException">There are any.</exception>
    public static void Throw(IReadOnlyList<string> problems)
    {
        if (problems.Count > 0)
        {
            throw new ToolException(DiagnosticCodes.InvalidValue, string.Join(Environment.NewLine, problems))
            {
                ExitCode = ExitCode.Usage,
            };
        }
    }

    private static bool IsToldAlready(string warning)
        => warning.StartsWith("allowNetworks[", StringComparison.Ordinal);

    private static string ByOption(string warning)
    {
        var end = warning.AsSpan().IndexOfAny(" [");
        var text = end > 0 && Options.TryGetValue(warning[..end], out var option)
            ? option + warning[warning.IndexOf(' ', StringComparison.Ordinal)..]
            : warning;
        return text.Replace(" It is passed over.", "", StringComparison.Ordinal);
    }
}
