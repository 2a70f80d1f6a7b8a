namespace DownPage.AspNetCore.Endpoints.Page;

/// <summary>A form, with what every form of the page sends along: whose state was looked at, and antiforgery.</summary>
internal static class FormShell
{
    public static Markup Of(PageModel model, string action, Markup content) => Markup.Of($"""
        <form method="post" action="{model.Path}">
        <input type="hidden" name="{PageForm.ActionField}" value="{action}">
        <input type="hidden" name="{PageForm.RevisionField}" value="{model.Status.Revision}">
        {Markup.Lines(model.Antiforgery, content)}
        </form>
        """);

    /// <summary>Who changes it, where the app does not know: a field that the history shows.</summary>
    public static Markup Actor(PageModel model, FormFields fields)
        => model.User is null
            ? fields.Line("actor", "Your name", null, "For the history: you are not signed in by a name.")
            : Markup.None;
}
