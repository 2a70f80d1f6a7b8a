using System.Security.Cryptography;

namespace DownPage.Tool.Verify;

/// <summary>Whether the page comes at every path, and nowhere as a page of its own.</summary>
internal static class PathChecks
{
    public static async Task<IReadOnlyList<Check>> RunAsync(Visit visit, CancellationToken cancellationToken)
    {
        if (visit.Order.IsProbe)
        {
            const string Why = "the site may be up: only the probe's path is asked";
            return
            [
                Check.Skipped(CheckNames.MissingPath, Why), Check.Skipped(CheckNames.DeepPath, Why),
                await DirectAsync(visit, cancellationToken),
            ];
        }

        // A name that nobody has a route for.
        var missing = "downpage-verify-" + RandomNumberGenerator.GetHexString(12, lowercase: true);
        return
        [
            await AskAsync(visit, CheckNames.MissingPath, $"/{missing}", cancellationToken),
            await AskAsync(visit, CheckNames.DeepPath, $"/{missing}/a/b/c/d?x=1&y=%C3%A4", cancellationToken),
            await DirectAsync(visit, cancellationToken),
        ];
    }

    private static async Task<Check> AskAsync(
        Visit visit, string name, string path, CancellationToken cancellationToken)
    {
        var check = RequestChecks.Same(
            visit, name, await visit.AskAsync(new SiteRequest(visit.At(path)), cancellationToken));
        return check.Result == CheckResult.Ok ? check : check with { Expected = $"{check.Expected} at {path}" };
    }

    /// <summary>With 200 it would be found by search engines, and kept.</summary>
    private static async Task<Check> DirectAsync(Visit visit, CancellationToken cancellationToken)
    {
        var file = visit.Html.Count > 0 ? visit.Html[0].Entry.File : "503.html";
        var path = $"/{visit.Order.PagesPath}/{file}";
        var answer = await visit.AskAsync(new SiteRequest(visit.At(path)), cancellationToken);
        return Check.That(
            CheckNames.Direct,
            answer.StatusCode is not (>= 200 and < 300),
            $"not 200 at {path}",
            FormattableString.Invariant($"{answer.StatusCode}"));
    }
}
