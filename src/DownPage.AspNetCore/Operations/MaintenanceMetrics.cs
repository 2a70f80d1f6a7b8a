using System.Diagnostics;
using System.Diagnostics.Metrics;
using DownPage.AspNetCore.Bypass;
using DownPage.Switching;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace DownPage.AspNetCore.Operations;

/// <summary>
/// What is counted and traced, under the name <c>DownPage.AspNetCore</c>. Costs nothing when nobody listens.
/// </summary>
internal sealed class MaintenanceMetrics : IDisposable
{
    public const string Name = "DownPage.AspNetCore";

    /// <summary>
    /// The tag of a refused request, in traces and in the framework's own <c>http.server.request.duration</c>.
    /// </summary>
    public const string RequestTag = "downpage.maintenance";

    private static readonly ActivitySource Source = new(Name);

    private readonly Meter meter;
    private readonly Counter<long> refused;
    private readonly Counter<long> passed;
    private readonly Counter<long> failures;
    private readonly Counter<long> changes;
    private volatile Func<MaintenanceState>? current;

    public MaintenanceMetrics(IMeterFactory factory)
    {
        meter = factory.Create(Name);
        refused = meter.CreateCounter<long>(
            "downpage.maintenance.refused", "{request}", "Requests that were answered with the page.");
        passed = meter.CreateCounter<long>(
            "downpage.maintenance.passed", "{request}", "Requests that passed while the site was down.");
        failures = meter.CreateCounter<long>(
            "downpage.maintenance.state.failures", "{failure}", "Times that the state could not be read.");
        changes = meter.CreateCounter<long>(
            "downpage.maintenance.changes", "{change}", "Changes of the state that went through this app.");
        meter.CreateObservableGauge(
            "downpage.maintenance.down",
            () => current?.Invoke().IsDown == true ? 1 : 0,
            "{site}",
            "1 while the site, or a part of it, is down.");
    }

    /// <summary>Where the gauge looks. Not a dependency: whoever holds the state counts its failures here.</summary>
    public void Watch(Func<MaintenanceState> state) => current = state;

    /// <summary>To be called once the answer's headers are set: its form is read from them.</summary>
    public void Refused(HttpContext context, MaintenanceState state)
    {
        RefusedRequest.Mark(context);
        if (context.Features.Get<IHttpMetricsTagsFeature>() is { } tags)
        {
            tags.Tags.Add(new KeyValuePair<string, object?>(RequestTag, "refused"));
        }

        // Requests have an activity for their log scopes too; only one that somebody samples is worth a tag.
        if (context.Features.Get<IHttpActivityFeature>()?.Activity is { IsAllDataRequested: true } activity
            && activity.Source.HasListeners())
        {
            activity.SetTag(RequestTag, "refused");
        }

        if (refused.Enabled)
        {
            refused.Add(
                1,
                new("format", FormatOf(context.Response)),
                new("mode", RibbonBar.IsReadOnly(state) ? "read-only" : "full"));
        }
    }

    /// <param name="insider">Because of who asks, not of what is asked for.</param>
    public void Passed(bool insider)
    {
        if (passed.Enabled)
        {
            passed.Add(1, new KeyValuePair<string, object?>("rule", insider ? "insider" : "request"));
        }
    }

    public void StateFailed() => failures.Add(1);

    /// <summary>Who it was is in the log and the history: a metric has few values of a tag.</summary>
    public void Changed(StateChange change)
    {
        if (changes.Enabled)
        {
            changes.Add(1, new("action", change.Action), new("source", change.Origin.Source));
        }
    }

    /// <summary>A span for a change of the state; null: nobody listens.</summary>
    public static Activity? StartChange(StateChange change)
    {
        var span = Source.HasListeners() ? Source.StartActivity($"downpage.maintenance.{change.Action}") : null;
        span?.SetTag("downpage.source", change.Origin.Source)
            .SetTag("downpage.actor", change.Origin.Actor)
            .SetTag("downpage.reason", change.Origin.Reason);
        return span;
    }

    /// <summary>The factory owns the meter, and disposes of it.</summary>
    public void Dispose() => meter.Dispose();

    private static string FormatOf(HttpResponse response)
    {
        if (response.StatusCode is >= 300 and < 400)
        {
            return "redirect";
        }

        var type = response.ContentType.AsSpan();
        if (type.StartsWith("text/html", StringComparison.OrdinalIgnoreCase))
        {
            return "html";
        }

        if (type.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase))
        {
            return "text";
        }

        return type.StartsWith("application/grpc", StringComparison.OrdinalIgnoreCase) ? "grpc"
            : type.Contains("json", StringComparison.OrdinalIgnoreCase) ? "json"
            : "none";
    }
}
