using System.Globalization;

namespace DownPage.Tool.Verify;

/// <summary>Whether the page comes, and whole, however it is asked for.</summary>
internal static class RequestChecks
{
    public static async Task<Check> HeadAsync(Visit visit, CancellationToken cancellationToken)
    {
        var answer = await visit.AskAsync(
            new SiteRequest(visit.Address) { Method = HttpMethod.Head }, cancellationToken);
        if (answer.StatusCode != visit.First.StatusCode)
        {
            return Check.Differs(CheckNames.Head, $"{visit.First.StatusCode}, as for GET", $"{answer.StatusCode}");
        }

        foreach (var name in new[] { "Content-Type", "Cache-Control" })
        {
            if (answer[name] != visit.First[name])
            {
                return Check.Differs(CheckNames.Head, $"{name}: {visit.First[name] ?? "none"}, as for GET", answer[name]);
            }
        }

        if (visit.First["Retry-After"] is { } && answer["Retry-After"] is null)
        {
            return Check.Differs(CheckNames.Head, "Retry-After, as for GET", null);
        }

        var length = visit.First.Body.Length.ToString(CultureInfo.InvariantCulture);
        return Check.That(
            CheckNames.Head,
            answer["Content-Length"] is not { } said || said == length,
            $"Content-Length: {length}, as for GET",
            answer["Content-Length"]);
    }

    public static async Task<Check> PostAsync(Visit visit, CancellationToken cancellationToken)
        => Same(
            visit,
            CheckNames.Post,
            await visit.AskAsync(new SiteRequest(visit.Address) { Method = HttpMethod.Post }, cancellationToken));

    public static async Task<Check> ConditionalAsync(Visit visit, CancellationToken cancellationToken)
    {
        var now = DateTimeOffset.UtcNow.ToString("r", CultureInfo.InvariantCulture);
        foreach (var (name, value) in new[]
        {
            ("If-None-Match", visit.First["ETag"] ?? "*"), ("If-Modified-Since", visit.First["Last-Modified"] ?? now),
        })
        {
            var answer = await visit.AskAsync(cancellationToken, (name, value));
            if (Same(visit, CheckNames.Conditional, answer) is { Result: CheckResult.Differs } check)
            {
                return check with { Expected = $"{check.Expected} for {name}: {value}" };
            }
        }

        return Check.Ok(CheckNames.Conditional);
    }

    public static async Task<Check> RangeAsync(Visit visit, CancellationToken cancellationToken)
        => Same(visit, CheckNames.Range, await visit.AskAsync(cancellationToken, ("Range", "bytes=0-9")));

    /// <summary>Right if the answer is that to a plain request.</summary>
    public static Check Same(Visit visit, string name, SiteAnswer answer)
        => Check.That(
            name,
            answer.StatusCode == visit.First.StatusCode && visit.IsThePage(answer),
            FormattableString.Invariant($"the page, with {visit.First.StatusCode}"),
            answer.StatusCode == visit.First.StatusCode && visit.IsThePage(answer) ? null : answer.ToString());
}
