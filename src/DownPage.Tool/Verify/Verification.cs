using DownPage.Tool.Pages;

namespace DownPage.Tool.Verify;

/// <summary>Asks a site that is down whether it shows the page that it should.</summary>
/// <param name="order">What is to be looked at.</param>
/// <param name="pages">What the build has left; it may be nothing.</param>
/// <param name="pageName">The page that the app shows by its configuration. Null: that for the status code.</param>
/// <param name="clock">What time it is.</param>
internal sealed class Verification(VerifyOrder order, BuiltPages pages, string? pageName, TimeProvider clock)
{
    /// <exception cref="ToolException">The site is up, or does not answer.</exception>
    public async Task<VerifyReport> RunAsync(CancellationToken cancellationToken)
    {
        using var site = new LiveSite(order);
        var first = await site.AskAsync(new SiteRequest(order.Address), cancellationToken);
        var family = pageName is not null && pages.Named(pageName) is { Count: > 0 } named
            ? named
            : pages.For(order.StatusCode);
        var visit = new Visit(order, site, pages, family) { First = first };
        var checks = new List<Check> { await FollowToHttpsAsync(visit, cancellationToken) };
        EnsureDown(visit);
        checks.AddRange(AnswerChecks.Of(visit, clock.GetUtcNow()));
        await AddAsync(checks, CheckNames.Language, () => LanguageChecks.RunAsync(visit, cancellationToken));
        await AddAsync(checks, CheckNames.Brotli, () => CodingChecks.RunAsync(visit, cancellationToken));
        await AddAsync(checks, CheckNames.Json, () => FormChecks.RunAsync(visit, cancellationToken));
        checks.Add(Vary(visit));
        await AddAsync(checks, CheckNames.Head, One(RequestChecks.HeadAsync(visit, cancellationToken)));
        await AddAsync(checks, CheckNames.Post, One(RequestChecks.PostAsync(visit, cancellationToken)));
        await AddAsync(checks, CheckNames.Conditional, One(RequestChecks.ConditionalAsync(visit, cancellationToken)));
        await AddAsync(checks, CheckNames.Range, One(RequestChecks.RangeAsync(visit, cancellationToken)));
        await AddAsync(checks, CheckNames.MissingPath, () => PathChecks.RunAsync(visit, cancellationToken));
        return new VerifyReport
        {
            Address = visit.Address,
            StatusCode = visit.First.StatusCode,
            Server = visit.First["Server"],
            Manifest = pages.HasManifest ? pages.ManifestPath : null,
            Checks = checks,
        };
    }

    private static Func<Task<IReadOnlyList<Check>>> One(Task<Check> check) => async () => [await check];

    /// <summary>A site that answers once and then no more differs; it is not unknown.</summary>
    private static async Task AddAsync(List<Check> checks, string name, Func<Task<IReadOnlyList<Check>>> run)
    {
        try
        {
            checks.AddRange(await run());
        }
        catch (ToolException failed)
        {
            checks.Add(Check.Differs(name, "an answer", failed.Message));
        }
    }

    private async Task<Check> FollowToHttpsAsync(Visit visit, CancellationToken cancellationToken)
    {
        if (order.Address.Scheme == Uri.UriSchemeHttps)
        {
            return Check.Skipped(CheckNames.Redirect, "https is asked");
        }

        if (visit.First.StatusCode is not (301 or 302 or 307 or 308)
            || !Uri.TryCreate(order.Address, visit.First["Location"], out var target)
            || target.Scheme != Uri.UriSchemeHttps
            || !IsSameHost(target))
        {
            return Check.Ok(CheckNames.Redirect, "http is not redirected to https");
        }

        visit.Address = order.HostHeader is null
            ? target
            : new UriBuilder(target) { Host = order.Address.Host }.Uri;
        visit.First = await visit.AskAsync(cancellationToken);
        return Check.Ok(CheckNames.Redirect, $"{order.Address} leads to {target}, which is asked from here on");
    }

    private bool IsSameHost(Uri target)
        => string.Equals(target.Host, order.Address.Host, StringComparison.OrdinalIgnoreCase)
            || string.Equals(target.Host, order.HostHeader?.Split(':')[0], StringComparison.OrdinalIgnoreCase);

    /// <summary>A site that is up tells nothing about the page that it would show.</summary>
    private void EnsureDown(Visit visit)
    {
        var status = visit.First.StatusCode;
        if (status == order.StatusCode || status >= 500 || PageMatch.Of(visit.First, pages.Html).Page is not null)
        {
            return;
        }

        throw order.IsProbe
            ? new ToolException(
                DiagnosticCodes.ProbeMissing,
                FormattableString.Invariant($"{visit.Address} answers {status}, not {order.StatusCode}: the probe path is ")
                    + "not set up in the server in front, or the app answers it. Put the path that always shows the page "
                    + "into the server's configuration, or leave --probe out while the site is down.")
            : new ToolException(
                DiagnosticCodes.SiteIsUp,
                FormattableString.Invariant($"{visit.Address} answers {status} and none of the pages: the site is up, and ")
                    + "what visitors would see while it is down cannot be looked at. Take it down first (downpage down --for "
                    + "10m; to try the server in front, stop the app), or name a path that always shows the page with --probe. "
                    + "A site that is down with another code than 503 is asked with --status.");
    }

    private static Check Vary(Visit visit)
    {
        List<string> missing = [.. visit.VariesBy.Where(name => !visit.First.Lists("Vary", name) && !visit.First.Lists("Vary", "*"))];
        return visit.VariesBy.Count == 0
            ? Check.Skipped(CheckNames.Vary, "every visitor gets the same")
            : Check.That(CheckNames.Vary, missing.Count == 0, string.Join(", ", visit.VariesBy), visit.First["Vary"]);
    }
}
