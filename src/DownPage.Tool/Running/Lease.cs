using DownPage.Status;
using DownPage.Switching;
using DownPage.Tool.Targets;

namespace DownPage.Tool.Running;

/// <summary>Keeps a site down for as long as a program runs, a lease at a time.</summary>
internal sealed class Lease(
    IStateTarget site, ChangeOrigin origin, TimeSpan? length, StatusDocument begun, ToolContext context)
{
    /// <summary>Takes the site down again, where the lease was over before it could be renewed.</summary>
    public required Func<CancellationToken, Task<TargetChange>> Retake { get; init; }

    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(15);

    private string? told;

    public StatusDocument Status { get; private set; } = begun;

    /// <summary>Of what was written last for it.</summary>
    public string Revision => Status.Revision;

    /// <summary>Whether somebody else has changed the state since, so that it is theirs.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Renews the lease whenever half of it is over, until it is cancelled.</summary>
    public async Task RenewAsync(CancellationToken cancellationToken)
    {
        if (length is not { } span)
        {
            return;
        }

        // Often, by the clock of the wall: a machine that slept renews as soon as it wakes.
        var period = TimeSpan.FromTicks(Math.Clamp(span.Ticks / 8, Shortest.Ticks, Longest.Ticks));
        try
        {
            while (!IsLost)
            {
                await Task.Delay(period, context.Clock, cancellationToken);
                var now = context.Clock.GetUtcNow();
                if (Status.Until is { } until && until - now <= span / 2)
                {
                    await RenewAsync(now + span - until, cancellationToken);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The program is over.
        }
    }

    /// <summary>Says that the state is somebody else's now.</summary>
    public void TellLost()
    {
        IsLost = true;
        SafeError.Write(
            context,
            "Somebody else has changed the state meanwhile: it is left as it is. `downpage status` says what holds.");
    }

    private async Task RenewAsync(TimeSpan by, CancellationToken cancellationToken)
    {
        try
        {
            Status = (await site.RenewAsync(by, Revision, origin, cancellationToken)).Now;
            told = null;
        }
        catch (ToolException other) when (
            other.Code is DiagnosticCodes.StateChangedMeanwhile or DiagnosticCodes.SiteNotDown)
        {
            await FindOutAsync(cancellationToken);
        }
        catch (ToolException failed)
        {
            Tell(failed);
        }
    }

    private async Task FindOutAsync(CancellationToken cancellationToken)
    {
        try
        {
            // A lease that ran out, as the machine slept, is nobody else's change.
            if ((await site.ReadAsync(cancellationToken)).Revision != Revision)
            {
                TellLost();
                return;
            }

            Status = (await Retake(cancellationToken)).Now;
            SafeError.Write(context, "warning: the lease was over before it was renewed: the site was up for a while.");
        }
        catch (ToolException failed)
        {
            Tell(failed);
        }
    }

    private void Tell(ToolException problem)
    {
        if (told != problem.Message)
        {
            told = problem.Message;
            SafeError.Write(
                context, $"warning: the site's being down cannot be prolonged for now: {problem.Code}: {problem.Message}");
        }
    }
}
