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
            && (snapshot.Pages.TryAnswerAsset(context, out var answer) || snapshot.Bypass?.TryAnswer(context, out answer) == true))
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
            GateVerdict.Pass => PassAsync(context),
            GateVerdict.PassInsider => PassInsiderAsync(context, snapshot),
            _ when snapshot.Bypass?.Allows(context) == true => PassInsiderAsync(context, snapshot),
            GateVerdict.AskPerson => AskAsync(context, snapshot, endpoint),
            _ => RefuseAsync(context, snapshot, endpoint),
        };

    private async Task AskAsync(HttpContext context, MaintenanceSnapshot snapshot, Endpoint? endpoint)
    {
        var passes = await snapshot.Gate.AllowsPersonAsync(context);
        await (passes ? PassInsiderAsync(context, snapshot) : RefuseAsync(context, snapshot, endpoint));
    }

    private Task PassAsync(HttpContext context)
    {
        metrics.Passed(insider: false);
        return next(context);
    }

    private Task PassInsiderAsync(HttpContext context, MaintenanceSnapshot snapshot)
    {
        metrics.Passed(insider: true);
        return InsiderRibbon.InvokeAsync(context, next, snapshot.State, snapshot.Ribbon);
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
