namespace DownPage.AspNetCore;

/// <summary>Who decided whether the site is down; the stronger first.</summary>
public enum MaintenanceSource
{
    /// <summary>Nobody: the site is up.</summary>
    None,

    /// <summary><see cref="MaintenanceModeOptions.Enabled"/>.</summary>
    Configuration,

    /// <summary>
    /// The file <c>app_offline.htm</c> in the content root, as IIS takes it: its content is the page.
    /// </summary>
    AppOffline,

    /// <summary>The down file, written by hand, by <see cref="IMaintenanceMode"/> or by a command.</summary>
    DownFile,

    /// <summary>The store that the nodes of a farm share.</summary>
    SharedStore,

    /// <summary>A window of the schedule.</summary>
    Schedule,

    /// <summary><see cref="StoreFailurePolicy.Down"/>: the state could not be read.</summary>
    StoreFailure,
}
