namespace DownPage.AspNetCore.Endpoints.Page;

/// <summary>What decides that this page cannot change: what it means, and where it is changed.</summary>
internal static class StrongerSource
{
    public static Markup Of(PageModel model) => (model.Enabled, model.Status.Source) switch
    {
        ({ } enabled, _) => Configuration(enabled),
        (_, "appOffline") => AppOffline(),
        (_, "storeFailure") => StoreFailure(),
        (_, "schedule") => Schedule(),
        (_, "downFile") when !model.IsHeldDown => OwnFile(),
        _ => Markup.None,
    };

    private static Markup Configuration(bool enabled) => Markup.Of($"""
        <p class="note"><strong>The configuration decides.</strong>
        <code>MaintenanceMode:Enabled</code> is <code>{(enabled ? "true" : "false")}</code> there, so that the site is
        {(enabled ? "down" : "up")} whatever is switched elsewhere: nothing can be switched on this page. Take the
        setting out where the app's configuration comes from, such as <code>appsettings.json</code> or the variable
        <code>MaintenanceMode__Enabled</code>; the page then has its forms again.</p>
        """);

    private static Markup AppOffline() => Markup.Of($"""
        <p class="note"><strong>The file <code>app_offline.htm</code> decides.</strong>
        As long as it is in the app's folder on this machine, all visitors are shown what it says, whatever is switched
        elsewhere. Remove it there, or run <code>downpage online</code> in that folder.</p>
        """);

    private static Markup StoreFailure() => Markup.Of($"""
        <p class="note"><strong>The state cannot be read,</strong> and the configuration says by
        <code>MaintenanceMode:OnStoreFailure</code> that the site is down then. It is up again by itself when the state
        can be read, unless that says otherwise.</p>
        """);

    private static Markup Schedule() => Markup.Of($"""
        <p class="note">This window was planned. Taking the site up ends it this time only; windows that come later come
        as planned.</p>
        """);

    private static Markup OwnFile() => Markup.Of($"""
        <p class="note"><strong>This machine's own down file decides,</strong> and counts on this machine only. It is
        changed there: run <code>downpage up</code> in the app's folder.</p>
        """);
}
