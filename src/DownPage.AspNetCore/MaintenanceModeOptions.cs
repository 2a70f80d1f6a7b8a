namespace DownPage.AspNetCore;

/// <summary>
/// What maintenance mode does, bound to the section <c>MaintenanceMode</c> of the configuration. A change of the
/// configuration takes effect while the app runs; one with a bad value is logged, and the last good options stay.
/// </summary>
/// <example>
/// <code>
/// "MaintenanceMode": { "Enabled": true, "RetryAfter": "00:10:00", "Message": "We are moving house." }
/// </code>
/// </example>
public sealed class MaintenanceModeOptions
{
    /// <summary>The configuration section: <c>MaintenanceMode</c>.</summary>
    public const string SectionName = "MaintenanceMode";

    /// <summary>
    /// True: the site is down, false: it is up, whatever the down file and the schedule say. Null (default): those
    /// decide.
    /// </summary>
    public bool? Enabled { get; set; }

    /// <summary>What is refused while the site is down: everything (default), or what changes something.</summary>
    public MaintenanceKind Mode { get; set; } = MaintenanceKind.Full;

    /// <summary>
    /// What of the site is down: <c>path:/billing</c> (with all below), <c>host:shop.example.org</c>,
    /// <c>area:Admin</c>, <c>group:billing</c> (<see cref="MaintenanceGroupAttribute"/>). Empty (default): all of it.
    /// </summary>
    public IList<string> Scopes { get; } = [];

    /// <summary>
    /// Shown to visitors, as plain text, at most 2,000 characters. Null (default): the page as it was made.
    /// </summary>
    public string? Message { get; set; }

    /// <summary>
    /// Why the site is down, a short text for the logs and the machine-readable answer, at most 200 characters. Null
    /// (default): not said.
    /// </summary>
    public string? Reason { get; set; }

    /// <summary>The answer's status code, 400 to 599 or 200 (default: 503).</summary>
    public int StatusCode { get; set; } = 503;

    /// <summary>
    /// What the header <c>Retry-After</c> says where no end is known (RFC 9110 10.2.3), in whole seconds, up to 30
    /// days.
    /// Default: 10 minutes. Null or zero: no header. With an end, the time that is left is said instead.
    /// </summary>
    public TimeSpan? RetryAfter { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Up to how much is added to <c>Retry-After</c>, differently for each answer, so that not everybody returns in the
    /// same second. Default: 30 seconds, at most an hour. Zero: nothing is added.
    /// </summary>
    public TimeSpan RetryAfterJitter { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Whether <c>Retry-After</c> is a date instead of seconds (RFC 9110 10.2.3). Default: false.</summary>
    public bool RetryAfterAsDate { get; set; }

    /// <summary>
    /// After how long browsers load the page again (the header <c>Refresh</c>), 1 second to a day. Null (default): they
    /// do not.
    /// </summary>
    public TimeSpan? Refresh { get; set; }

    /// <summary>
    /// Where visitors who want a page are sent instead of being shown it: a path of the site (<c>/status</c>, which
    /// then stays reachable) or an absolute http or https address. Null (default): nowhere.
    /// </summary>
    public string? RedirectTo { get; set; }

    /// <summary>The redirect's status code: 302 (default) or 307.</summary>
    public int RedirectStatusCode { get; set; } = 302;

    /// <summary>Who and what passes while the site is down.</summary>
    public MaintenanceAllowOptions Allow { get; } = new();

    /// <summary>What the read-only mode makes of requests that its rule gets wrong.</summary>
    public MaintenanceReadOnlyOptions ReadOnly { get; } = new();

    /// <summary>When the site is down by plan.</summary>
    public IList<MaintenanceWindowOptions> Windows { get; } = [];

    /// <summary>How testers pass by a secret link.</summary>
    public MaintenanceBypassOptions Bypass { get; } = new();

    /// <summary>The pages that are shown.</summary>
    public MaintenancePagesOptions Pages { get; } = new();

    /// <summary>Which browser clients of other origins may read the answer.</summary>
    public MaintenanceCorsOptions Cors { get; } = new();

    /// <summary>
    /// Request headers that are sent back with the answer, so that a report can be found in the logs. Default:
    /// <c>X-Request-Id</c>, <c>X-Correlation-Id</c>.
    /// </summary>
    public IList<string> CorrelationHeaders { get; } = [];

    /// <summary>Whose sign-in ends when they ask for something while the site is down. Default: nobody's.</summary>
    public MaintenanceSignOut SignOut { get; set; } = MaintenanceSignOut.Nobody;

    /// <summary>
    /// What the health check that <c>AddMaintenanceMode</c> registers says while the site is down. Default: still
    /// ready.
    /// </summary>
    public MaintenanceReadiness Readiness { get; set; } = MaintenanceReadiness.StayReady;

    /// <summary>
    /// The down file: as long as it is there, the site is down, even if it is empty. A relative path is within the
    /// content root.
    /// Default: <c>maintenance.json</c>. Empty: there is none.
    /// </summary>
    public string DownFile { get; set; } = "maintenance.json";

    /// <summary>
    /// The flag for front-end servers, which can only look whether a file is there: it is as long as the site is down
    /// and the maintenance page is the right answer for everybody. A relative path is within the content root. Null
    /// (default): beside the down file, <c>maintenance.on</c>. Empty: there is none.
    /// </summary>
    public string? FlagFile { get; set; }

    /// <summary>
    /// How often the down file is read and the schedule looked at, 100 ms to an hour. Default: 1 second.
    /// </summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Whether a file <c>app_offline.htm</c> in the content root takes the site down, its content being the page, as
    /// IIS does it. Default: true.
    /// </summary>
    public bool HonorAppOffline { get; set; } = true;

    /// <summary>How nodes follow a store that they share (<see cref="MaintenanceModeBuilder"/>).</summary>
    public MaintenanceFarmOptions Farm { get; } = new();

    /// <summary>The endpoint for operators.</summary>
    public MaintenanceEndpointOptions Endpoint { get; } = new();

    /// <summary>What holds while the state cannot be read. Default: what was known last; up, if nothing was.</summary>
    public StoreFailurePolicy OnStoreFailure { get; set; } = StoreFailurePolicy.KeepLast;
}
