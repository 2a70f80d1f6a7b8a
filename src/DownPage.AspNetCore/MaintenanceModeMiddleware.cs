using DownPage.AspNetCore.Bypass;
using DownPage.AspNetCore.Passing;
using DownPage.AspNetCore.State;
using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore;

/// <summary>Shows the page while the site is down. Reads one field where it is up.</summary>
internal sealed class MaintenanceModeMiddleware(RequestDelegate next, MaintenanceMonitor monitor, EndpointLookup endpoints)
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
            GateVerdict.Pass => next(context),
            GateVerdict.PassInsider => InsiderRibbon.InvokeAsync(context, next, snapshot.State, snapshot.Ribbon),
            _ when snapshot.Bypass?.Allows(context) == true
                => InsiderRibbon.InvokeAsync(context, next, snapshot.State, snapshot.Ribbon),
            GateVerdict.AskPerson => AskAsync(context, snapshot, endpoint),
            _ => RefuseAsync(context, snapshot, endpoint),
        };

    private async Task AskAsync(HttpContext context, MaintenanceSnapshot snapshot, Endpoint? endpoint)
    {
        var passes = await snapshot.Gate.AllowsPersonAsync(context);
        await (passes
            ? InsiderRibbon.InvokeAsync(context, next, snapshot.State, snapshot.Ribbon)
            : RefuseAsync(context, snapshot, endpoint));
    }

    private static Task RefuseAsync(HttpContext context, MaintenanceSnapshot snapshot, Endpoint? endpoint)
        => endpoint?.Metadata.GetMetadata<UnderMaintenanceAttribute>() is { } own
            ? snapshot.Answers.WriteAsync(context, own.Message)
            : snapshot.Answers.WriteAsync(context);
}
