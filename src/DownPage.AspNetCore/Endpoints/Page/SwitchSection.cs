using DownPage.Switching;

namespace DownPage.AspNetCore.Endpoints.Page;

/// <summary>Down, up, longer, otherwise: whatever can be done as things are.</summary>
internal static class SwitchSection
{
    public static Markup Of(PageModel model)
        => !model.CanSwitch ? Markup.None
            : model.IsHeldDown ? Change(model)
            : model.Status.Source is "schedule" ? EndWindow(model)
            : Card("Take the site down", RefusalBox.InSwitch(model), OrderForm.Down(model));

    private static Markup Change(PageModel model) => Card(
        "Change it",
        RefusalBox.InSwitch(model),
        UpForm(model),
        ExtendForm(model),
        Markup.Of($"<h3>Change what is shown, and how</h3>"),
        OrderForm.Update(model));

    private static Markup EndWindow(PageModel model) => Card(
        "Change it",
        RefusalBox.InSwitch(model),
        UpForm(model),
        Markup.Of($"<h3>Take the site down apart from the schedule</h3>"),
        OrderForm.Down(model));

    private static Markup Card(string title, params Markup[] content) => Markup.Of($"""
        <section class="card" id="switch" aria-labelledby="switch-title">
        <h2 id="switch-title">{title}</h2>
        {Markup.Lines(content)}
        </section>
        """);

    private static Markup UpForm(PageModel model)
    {
        var fields = new FormFields(model.FormOf(ChangeAction.Up), model.Refusal, "up-");
        return Markup.Lines(
            Markup.Of($"<h3>Take the site up</h3>"),
            FormShell.Of(model, ChangeAction.Up, Markup.Lines(
                fields.Line("reason", "Why (not needed)", null, null, Markup.Of($""" maxlength="200" """)),
                FormShell.Actor(model, fields),
                Markup.Of($"""<p><button class="strong">Take the site up</button></p>"""))));
    }

    private static Markup ExtendForm(PageModel model)
    {
        var words = model.Held?.Until is { } until
            ? Markup.Of($"It ends {model.Clock.Time(until)}.")
            : Markup.Of($"It has no end: this gives it one, counted from now.");
        return Markup.Lines(
            Markup.Of($"<h3>Go on for longer</h3>"),
            FormShell.Of(model, ChangeAction.Extend, Markup.Of($"""
                <p>{words}</p>
                <p class="row"><button name="by" value="10m">10 minutes more</button>
                <button name="by" value="1h">1 hour more</button></p>
                """)));
    }
}
