namespace DownPage.AspNetCore.Endpoints.Page;

/// <summary>The whole page.</summary>
internal static class PageShell
{
    private static readonly Markup Style = new($"<style>{PageStyle.Css}</style>");

    public static Markup Of(PageModel model) => Markup.Of($"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <meta name="color-scheme" content="light dark">
        <title>{StateWords.Headline(model.Status, model.Clock)} - {model.App}</title>
        {Style}
        </head>
        <body class="is-{StateWords.Kind(model.Status)}">
        <a class="skip" href="#state">To the state of the site</a>
        {Header(model)}
        <main>
        <div class="columns">
        <div>
        {Markup.Lines(StateSection.Of(model), SwitchSection.Of(model))}
        </div>
        <div>
        {Markup.Lines(PreviewSection.Of(model), NodesSection.Of(model))}
        </div>
        </div>
        {Markup.Lines(ScheduleSection.Of(model), HistorySection.Of(model))}
        </main>
        </body>
        </html>

        """);

    /// <summary>
    /// The page does not load itself anew, which would throw away what somebody types: it says how old it is.
    /// </summary>
    private static Markup Header(PageModel model) => Markup.Of($"""
        <header>
        <p class="brand">{PageText.Isolated(model.App)}</p>
        <p>Maintenance mode{User(model)}</p>
        <p class="asof soft">As of {PageClock.Exact(model.Clock.Now)}. <a href="{model.Path}">Load it again</a></p>
        </header>
        """);

    private static Markup User(PageModel model)
        => model.User is { } user ? Markup.Of($", signed in as {PageText.Isolated(user)}") : Markup.None;
}
