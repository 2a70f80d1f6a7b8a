using DownPage.AspNetCore.Answers;
using DownPage.AspNetCore.Passing;

namespace DownPage.AspNetCore.Setup;

/// <summary>The values of a request in code, held to the rules of the options of the same names.</summary>
internal static class RequestValidation
{
    private const string Networks = "MaintenanceMode:Allow:Networks";

    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    public static void Check(MaintenanceRequest request, DateTimeOffset now)
    {
        var problems = Problems(request, now);
        if (problems.Count > 0)
        {
            throw new ArgumentException(string.Join(Environment.NewLine, problems), nameof(request));
        }
    }

    /// <summary>What is wrong with the values, each by its name.</summary>
    public static IReadOnlyList<string> Problems(MaintenanceRequest request, DateTimeOffset now)
    {
        var options = new MaintenanceModeOptions
        {
            Message = request.Message,
            Reason = request.Reason,
            StatusCode = request.StatusCode ?? 503,
            RetryAfter = request.RetryAfter,
            Refresh = request.Refresh,
            RedirectTo = request.RedirectTo,
        };
        Add(options.Scopes, request.Scopes);
        Add(options.Allow.Networks, request.AllowedNetworks);

        string[] problems =
        [
            .. AnswerSet.Validate(options),
            .. RequestGate.Validate(options),
            .. UntilProblems(request.Until, now),
        ];
        return
        [
            .. problems.Select(problem => problem
                .Replace(Networks, nameof(MaintenanceRequest.AllowedNetworks), StringComparison.Ordinal)
                .Replace("MaintenanceMode:", "", StringComparison.Ordinal)),
        ];
    }

    private static IEnumerable<string> UntilProblems(DateTimeOffset? until, DateTimeOffset now)
        => until <= now ? [$"Until is '{until:O}'; it must be later than now, {now:O}."] : [];

    private static void Add(IList<string> list, IReadOnlyList<string>? values)
    {
        foreach (var value in values ?? [])
        {
            list.Add(value);
        }
    }
}
