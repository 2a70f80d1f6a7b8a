using System.Text;
using System.Text.Json;
using DownPage.PageManifest;
using DownPage.Tool.Pages;

namespace DownPage.Tool.Verify;

/// <summary>Whether programs are answered in the forms that the build has for them.</summary>
internal static class FormChecks
{
    public static async Task<IReadOnlyList<Check>> RunAsync(Visit visit, CancellationToken cancellationToken) =>
    [
        await JsonAsync(visit, cancellationToken),
        await TextAsync(visit, cancellationToken),
    ];

    private static async Task<Check> JsonAsync(Visit visit, CancellationToken cancellationToken)
    {
        if (!visit.Family.Any(page => page.Form == ManifestForm.Json))
        {
            return Check.Skipped(CheckNames.Json, None(visit));
        }

        var answer = await visit.AskAsync(cancellationToken, ("Accept", "application/json"));
        Note(visit, answer);
        if (answer.MediaType is not ("application/json" or "application/problem+json"))
        {
            return Check.Differs(CheckNames.Json, "application/json for Accept: application/json", answer["Content-Type"]);
        }

        return Check.That(
            CheckNames.Json,
            answer.StatusCode == visit.First.StatusCode && StatusIn(answer) == visit.Order.StatusCode,
            FormattableString.Invariant($"problem details with status {visit.Order.StatusCode}"),
            StatusIn(answer) is { } status
                ? FormattableString.Invariant($"status {status} in an answer of {answer.StatusCode}")
                : "no JSON object with a status");
    }

    private static int? StatusIn(SiteAnswer answer)
    {
        try
        {
            using var document = JsonDocument.Parse(answer.Content ?? []);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("status", out var status)
                && status.ValueKind == JsonValueKind.Number && status.TryGetInt32(out var code)
                    ? code
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task<Check> TextAsync(Visit visit, CancellationToken cancellationToken)
    {
        List<BuiltPage> built = [.. visit.Family.Where(page => page.Form == ManifestForm.Text)];
        if (built.Count == 0)
        {
            return Check.Skipped(CheckNames.Text, None(visit));
        }

        var answer = await visit.AskAsync(cancellationToken, ("Accept", "text/plain"));
        Note(visit, answer);
        if (answer.MediaType != "text/plain")
        {
            return Check.Differs(CheckNames.Text, "text/plain for Accept: text/plain", answer["Content-Type"]);
        }

        var text = Encoding.UTF8.GetString(answer.Content ?? []);
        return Check.That(
            CheckNames.Text,
            answer.StatusCode == visit.First.StatusCode && built.Exists(
                page => text.StartsWith(Encoding.UTF8.GetString(page.Content).TrimEnd(), StringComparison.Ordinal)),
            $"what {built[0].Entry.File} says",
            FormattableString.Invariant($"{answer.StatusCode}, ") + First(text));
    }

    private static string None(Visit visit)
        => visit.Html.Count == 0 ? "no manifest says whether there is one" : "the build has none (DownPageFormats)";

    private static void Note(Visit visit, SiteAnswer answer)
    {
        if (answer.MediaType != visit.First.MediaType)
        {
            visit.VariesBy.Add("Accept");
        }
    }

    private static string First(string text)
        => text.Split('\n')[0].Trim() is { Length: > 60 } line ? line[..60] + "…" : text.Split('\n')[0].Trim();
}
