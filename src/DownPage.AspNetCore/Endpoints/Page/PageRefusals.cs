using System.Text.Json;
using DownPage.DownFile;
using DownPage.Status;
using DownPage.Switching;
using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Endpoints.Page;

/// <summary>Answers that refuse a change, as the page says them.</summary>
internal static class PageRefusals
{
    private const string UntilIsEmpty =
        "until is empty; it must be a date and time in UTC where the site is to be down until then.";

    private const string UntilIsNotChosen =
        "until is given, but something else is chosen for how long: choose “until a date and time”, or empty it.";

    private const string RedirectIsEmpty =
        "redirectTo cannot be taken back while the site is down: take the site up, and down again without it.";

    public static PageRefusal Unreadable { get; } = new(
        StatusCodes.Status400BadRequest,
        null,
        ["What was sent could not be read. Load the page again, and repeat what is still wanted."]);

    /// <summary>What the page itself sees is wrong with a form; null: nothing.</summary>
    public static PageRefusal? Of(PageForm form, StatusDocument status)
    {
        if (form.Action is not (ChangeAction.Down or ChangeAction.Update))
        {
            return null;
        }

        var isUntil = form.Text(OrderForm.For) == OrderForm.Until;
        var until = form.Text(OrderForm.Until);
        var wrong = isUntil && until is null ? UntilIsEmpty
            : !isUntil && until is not null ? UntilIsNotChosen
            : form.Action is ChangeAction.Update && status.RedirectTo is not null && form.Text("redirectTo") is null
                ? RedirectIsEmpty
            : null;
        return wrong is null ? null : new PageRefusal(StatusCodes.Status400BadRequest, null, [wrong]);
    }

    /// <summary>The answer of a change that was not made.</summary>
    public static PageRefusal Of(OperatorAnswer answer)
    {
        var unknown = new PageRefusal(answer.StatusCode, null, ["The change was refused; the log says why."]);
        try
        {
            using var document = JsonDocument.Parse(answer.Body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? Of(answer.StatusCode, document.RootElement) ?? unknown
                : unknown;
        }
        catch (JsonException)
        {
            return unknown;
        }
    }

    private static PageRefusal? Of(int statusCode, JsonElement problem)
    {
        var members = new JsonMembers(problem, "", []);
        var reasons = members.Items("errors", JsonText.Of, "a text")
            ?? members.Text("detail", int.MaxValue)?.Split(
                '\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return reasons is { Count: > 0 }
            ? new PageRefusal(statusCode, members.Text("code", int.MaxValue), reasons)
            : null;
    }
}
