using DownPage.AspNetCore.Bypass;
using DownPage.AspNetCore.Operations;
using DownPage.AspNetCore.Passing;
using DownPage.AspNetCore.State;
using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore;

/// <summary>Shows the page while the site is down. Reads one field where it is up.</summary>
internal sealed class MaintenanceModeMiddleware(
    RequestDelegate next, MaintenanceMonitor monitor, EndpointLookup endpoints, MaintenanceMetrics metrics)
{
    public Task InvokeAsync(HttpContext context)
    {
        var snapshot = monitor.Snapshot;
        return snapshot.IsQuiet ? next(context) : DecideAsync(context, snapshot);
    }

    private Task DecideAsync(HttpContext context, MaintenanceSnapshot snapshot)
    {
        if (snapshot.State.IsDown
            && (snapshot.Pages.TryAnswerAsset(context, out var answer)
                || snapshot.Bypass?.TryAnswer(context, out answer) == true))
        {
            return answer;
        }

        var lookup = endpoints.FindAsync(context);
        return lookup.IsCompletedSuccessfully
            ? DecideAsync(context, snapshot, lookup.Result)
            : DecideAfterAsync(context, snapshot, lookup);
    }

    private async Task DecideAfterAsync(HttpContext context, MaintenanceSnapshot snapshot, ValueTask<Endpoint?> lookup)
        => await DecideAsync(context, snapshot, await lookup);

    private Task DecideAsync(HttpContext context, MaintenanceSnapshot snapshot, Endpoint? endpoint)
        => snapshot.Gate.Check(context, endpoint) switch
        {
            GateVerdict.Pass => PassAsync(context, snapshot, insider: false),
            GateVerdict.PassInsider => PassAsync(context, snapshot, insider: true),
            _ when snapshot.Bypass?.Allows(context) == true => PassAsync(context, snapshot, insider: true),
            GateVerdict.AskPerson => AskAsync(context, snapshot, endpoint),
            _ => RefuseAsync(context, snapshot, endpoint),
        };

    private async Task AskAsync(HttpContext context, MaintenanceSnapshot snapshot, Endpoint? endpoint)
    {
        var passes = await snapshot.Gate.AllowsPersonAsync(context);
        await (passes ? GoOnAsync(context, snapshot, insider: true) : RefuseAsync(context, snapshot, endpoint));
    }

    private Task PassAsync(HttpContext context, MaintenanceSnapshot snapshot, bool insider)
        => snapshot.Gate.SignsOutThosePassing
            ? SignOutAndGoOnAsync(context, snapshot, insider)
            : GoOnAsync(context, snapshot, insider);

    /// <summary>Who passes, but not as a user, may still be one whose sign-in is to end.</summary>
    private async Task SignOutAndGoOnAsync(HttpContext context, MaintenanceSnapshot snapshot, bool insider)
    {
        await snapshot.Gate.AllowsPersonAsync(context);
        await GoOnAsync(context, snapshot, insider);
    }

    private Task GoOnAsync(HttpContext context, MaintenanceSnapshot snapshot, bool insider)
    {
        metrics.Passed(insider);
        return insider
            ? InsiderRibbon.InvokeAsync(context, next, snapshot.State, snapshot.Ribbon)
            : next(context);
    }

    private Task RefuseAsync(HttpContext context, MaintenanceSnapshot snapshot, Endpoint? endpoint)
    {
        var answer = endpoint?.Metadata.GetMetadata<UnderMaintenanceAttribute>() is { } own
            ? snapshot.Answers.WriteAsync(context, own.Message)
            : snapshot.Answers.WriteAsync(context);
        if (!answer.IsCompletedSuccessfully)
        {
            return CountAfterAsync(answer, context, snapshot.State);
        }

        metrics.Refused(context, snapshot.State);
        return answer;
    }

    private async Task CountAfterAsync(Task answer, HttpContext context, MaintenanceState state)
    {
        await answer;
        metrics.Refused(context, state);
    }
}
