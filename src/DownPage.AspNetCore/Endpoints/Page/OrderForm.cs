using DownPage.Schedule;
using DownPage.Status;
using DownPage.Switching;

namespace DownPage.AspNetCore.Endpoints.Page;

/// <summary>
/// How the site is to be down: the same fields for taking it down and for changing it, so that what somebody typed for
/// one is there for the other if the state has changed meanwhile.
/// </summary>
internal static class OrderForm
{
    public const string For = "for";
    public const string Until = "until";
    public const string Forever = "forever";

    /// <summary>The end stays as it is.</summary>
    public const string Unchanged = "";

    private static readonly string[] Rare = ["mode", "scopes", "allowNetworks", "redirectTo", "retryAfter"];

    private static readonly (string Value, string Label)[] Presets =
    [
        ("10m", "10 minutes"),
        ("20m", "20 minutes"),
        ("1h", "1 hour"),
        ("2h", "2 hours"),
        (Until, "until a date and time"),
        (Forever, "until somebody takes it up"),
    ];

    private static readonly (string Value, string Label)[] Modes =
    [
        ("full", "Full: nothing but what is allowed"),
        ("readOnly", "Read-only: looking is allowed, changing is not"),
    ];

    public static Markup Down(PageModel model)
    {
        var fields = FieldsOf(model);
        return FormShell.Of(model, ChangeAction.Down, Markup.Lines(
            fields.Radios(For, "For how long", "1h", Presets),
            UntilField(fields),
            Common(fields, null, null),
            FormShell.Actor(model, fields),
            More(fields, null, [("", "As the configuration has it"), .. Modes]),
            Markup.Of($"""<p><button class="strong">Take the site down</button></p>""")));
    }

    public static Markup Update(PageModel model)
    {
        var (fields, status) = (FieldsOf(model), model.Status);
        return FormShell.Of(model, ChangeAction.Update, Markup.Lines(
            Common(fields, status.Message, status.Reason),
            fields.Radios(For, "Ends, from now", Unchanged, [(Unchanged, "as it is"), .. Presets]),
            UntilField(fields),
            FormShell.Actor(model, fields),
            More(fields, status, Modes),
            Markup.Of($"""<p><button>Change it</button></p>""")));
    }

    private static FormFields FieldsOf(PageModel model)
    {
        var typed = model.FormOf(ChangeAction.Down, ChangeAction.Update);
        return new FormFields(typed, typed.IsNone ? null : model.Refusal, "order-");
    }

    private static Markup UntilField(FormFields fields) => fields.Line(
        Until,
        "Date and time, in UTC",
        null,
        "Only where “until a date and time” is chosen.",
        Markup.Of($""" type="datetime-local" """));

    private static Markup Common(FormFields fields, string? message, string? reason) => Markup.Lines(
        fields.Area("message", "Message for visitors", message, "Plain text. Empty: the page as it was made.", rows: 3),
        fields.Line(
            "reason",
            "Why",
            reason,
            "A few words, for the history, the log, and programs that ask. Visitors see it where the page has a place for "
                + "it.",
            Markup.Of($""" maxlength="200" """)));

    private static Markup More(FormFields fields, StatusDocument? status, (string Value, string Label)[] modes)
    {
        var open = fields.AreTouched(Rare) ? Markup.Of($" open") : Markup.None;
        return Markup.Of($"""
            <details{open}>
            <summary>What is shut, who passes, what is answered</summary>
            {Markup.Lines(Rarely(fields, status, modes))}
            </details>
            """);
    }

    private static IEnumerable<Markup> Rarely(
        FormFields fields, StatusDocument? status, (string Value, string Label)[] modes) =>
    [
        fields.Choice("mode", "What is refused", status?.Mode, modes),
        fields.Area(
            "scopes",
            "Only these parts",
            Lines(status?.Scopes),
            "One on each line, such as path:/billing, host:shop.example.org or group:billing. Empty: the whole site.",
            rows: 2),
        fields.Area(
            "allowNetworks",
            "Networks that pass",
            Lines(status?.AllowNetworks),
            "One on each line, such as 203.0.113.0/24, beyond those of the configuration.",
            rows: 2),
        fields.Line(
            "redirectTo",
            "Send visitors to",
            status?.RedirectTo,
            "A path of this site or an address, instead of the page. Empty: nowhere."),
        fields.Line(
            "retryAfter",
            "Come back after",
            status?.RetryAfter is { } delay ? DurationText.Format(delay) : null,
            "What programs and search engines are told where there is no end, such as 10m or 1h30m."),
    ];

    private static string Lines(IEnumerable<string>? texts) => string.Join('\n', texts ?? []);
}
