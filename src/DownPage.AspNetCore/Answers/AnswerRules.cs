using System.Globalization;

namespace DownPage.AspNetCore.Answers;

/// <summary>What the options of the answer may be.</summary>
internal static class AnswerRules
{
    public static readonly TimeSpan LongestDelay = TimeSpan.FromDays(30);

    private const int LongestMessage = 2_000;
    private const int LongestReason = 200;
    private const int MostCorrelationHeaders = 20;

    public static bool IsStatusCode(int code) => code is 200 or (>= 400 and <= 599);

    public static bool IsRefresh(TimeSpan refresh)
        => refresh >= TimeSpan.FromSeconds(1) && refresh <= TimeSpan.FromDays(1);

    public static IReadOnlyList<string> Check(MaintenanceModeOptions options) =>
    [
        .. CheckAnswer(options), .. CheckRedirect(options), .. CheckCors(options.Cors), .. CheckHeaders(options),
        .. CheckPages(options.Pages),
    ];

    private static IEnumerable<string> CheckAnswer(MaintenanceModeOptions options)
    {
        if (!IsStatusCode(options.StatusCode))
        {
            yield return Wrong("StatusCode", options.StatusCode, "it must be 400 to 599, or 200");
        }

        if (options.RetryAfter is { } delay && (delay < TimeSpan.Zero || delay > LongestDelay))
        {
            yield return Wrong("RetryAfter", delay, "it must be 00:00:00 to 30.00:00:00 (30 days)");
        }

        if (options.RetryAfterJitter < TimeSpan.Zero || options.RetryAfterJitter > TimeSpan.FromHours(1))
        {
            yield return Wrong("RetryAfterJitter", options.RetryAfterJitter, "it must be 00:00:00 to 01:00:00");
        }

        if (options.Refresh is { } refresh && !IsRefresh(refresh))
        {
            yield return Wrong("Refresh", refresh, "it must be 00:00:01 to 1.00:00:00 (a day)");
        }

        if (options.Message?.Length > LongestMessage)
        {
            yield return $"MaintenanceMode:Message has {options.Message.Length} characters; it may have at most 2000.";
        }

        if (options.Reason?.Length > LongestReason)
        {
            yield return $"MaintenanceMode:Reason has {options.Reason.Length} characters; it may have at most 200.";
        }
    }

    private static IEnumerable<string> CheckRedirect(MaintenanceModeOptions options)
    {
        if (options.RedirectTo is { } target && RedirectTarget.TryParse(target, out var why) is null)
        {
            yield return Wrong("RedirectTo", target, why);
        }

        if (options.RedirectStatusCode is not (302 or 307))
        {
            yield return Wrong("RedirectStatusCode", options.RedirectStatusCode, "it must be 302 or 307");
        }
    }

    private static IEnumerable<string> CheckCors(MaintenanceCorsOptions cors)
    {
        for (var index = 0; index < cors.Origins.Count; index++)
        {
            if (CorsOrigins.Normalize(cors.Origins[index]) is null)
            {
                yield return Wrong(
                    $"Cors:Origins:{index}",
                    cors.Origins[index],
                    "it must be a scheme, a host and, if it is not the usual one, a port, without a path: "
                        + "'https://app.example.org', or '*'");
            }
        }

        if (cors.AllowCredentials && cors.Origins.Contains("*"))
        {
            yield return "MaintenanceMode:Cors:AllowCredentials is 'true' and MaintenanceMode:Cors:Origins has '*'; "
                + "browsers refuse both together, so list the origins.";
        }
    }

    private static IEnumerable<string> CheckHeaders(MaintenanceModeOptions options)
    {
        if (options.CorrelationHeaders.Count > MostCorrelationHeaders)
        {
            yield return $"MaintenanceMode:CorrelationHeaders has {options.CorrelationHeaders.Count} names; "
                + "it may have at most 20.";
        }

        for (var index = 0; index < options.CorrelationHeaders.Count; index++)
        {
            if (!CorrelationHeaders.IsName(options.CorrelationHeaders[index]))
            {
                yield return Wrong(
                    $"CorrelationHeaders:{index}",
                    options.CorrelationHeaders[index],
                    "it must be the name of a header that carries an identifier, such as 'X-Request-Id'");
            }
        }
    }

    private static IEnumerable<string> CheckPages(MaintenancePagesOptions pages)
    {
        if (!IsWithin(pages.Folder))
        {
            yield return Wrong(
                "Pages:Folder", pages.Folder, "it must be a folder within the content root, such as '_downpage'");
        }

        if (pages.File is not null && !IsWithin(pages.File))
        {
            yield return Wrong(
                "Pages:File", pages.File, "it must be a file within the content root, such as 'maintenance.html'");
        }

        if (pages.Name is not null && string.IsNullOrWhiteSpace(pages.Name))
        {
            yield return Wrong(
                "Pages:Name", pages.Name, "it must be the name of a page in the manifest, such as 'maintenance.html'");
        }
    }

    /// <summary>Whether a path is relative and stays within, on every system.</summary>
    private static bool IsWithin(string? path)
        => !string.IsNullOrWhiteSpace(path) && path[0] is not ('/' or '\\') && path.IndexOfAny([':', '\0']) < 0
            && path.TrimEnd('/', '\\').Split('/', '\\').All(segment => segment is not ("" or "." or ".."));

    private static string Wrong(string key, object? value, string must)
        => string.Create(CultureInfo.InvariantCulture, $"MaintenanceMode:{key} is '{value}'; {must}.");
}
