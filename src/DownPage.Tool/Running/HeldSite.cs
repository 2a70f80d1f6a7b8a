using DownPage.Status;
using DownPage.Switching;
using DownPage.Tool.Output;
using DownPage.Tool.Targets;

namespace DownPage.Tool.Running;

/// <summary>
/// A site that is down while a program runs, and after it as it was before. Stdout is the program's; what there is to say
/// goes to stderr.
/// </summary>
/// <param name="site">The site.</param>
/// <param name="order">How it is down.</param>
/// <param name="origin">Who holds it.</param>
/// <param name="lease">How long it stays down when this process is killed. Null: for good.</param>
/// <param name="context">The world.</param>
/// <param name="follow">
/// Waits until nodes have followed a revision; an exit code other than 0: they have not. Null: nothing is waited for.
/// </param>
internal sealed class HeldSite(
    IStateTarget site,
    DownOrder order,
    ChangeOrigin origin,
    TimeSpan? lease,
    ToolContext context,
    Func<string, CancellationToken, Task<int>>? follow = null)
{
    private const int Tries = 5;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <returns>The program's exit code.</returns>
    public async Task<int> RunAsync(string[] words, string? link, CancellationToken cancellationToken)
    {
        var program = ProgramSearch.Find(words[0], context);
        var before = await site.ReadAsync(cancellationToken);

        // From here on a signal ends the program, not this process: the site must be lifted after it.
        using var signals = new SignalRelay(context);
        var change = await site.DownAsync(order, origin, CancellationToken.None);
        var report = new ChangeReport(context, json: false);
        report.Warn(change);
        Say($"The site is down while '{PlainText.Of(words[0])}' runs{Until(change.Now)}.");
        if (link is not null)
        {
            Say("testers: " + link);
        }

        var hold = new Lease(site, origin, lease, change.Now, context)
        {
            Retake = waiting => site.DownAsync(
                order with { Until = context.Clock.GetUtcNow() + lease }, origin, waiting),
        };
        var code = ExitCode.Failure;
        try
        {
            // A program that needs the site down must not run where a node still serves.
            code = follow is null ? ExitCode.Success : await follow(change.Now.Revision, cancellationToken);
            if (code == ExitCode.Success)
            {
                code = await RunAsync(program, words, signals, hold);
            }
        }
        finally
        {
            if (!await LiftAsync(before, hold) && code == ExitCode.Success)
            {
                code = ExitCode.Failure;
            }
        }

        return code;
    }

    private async Task<int> RunAsync(string program, string[] words, SignalRelay signals, Lease hold)
    {
        using var over = new CancellationTokenSource();
        var renewing = hold.RenewAsync(over.Token);
        try
        {
            return await ChildProgram.RunAsync(program, words, signals, context);
        }
        finally
        {
            await over.CancelAsync();
            await renewing;
        }
    }

    /// <summary>Whether the site is as it was, or left to somebody else.</summary>
    private async Task<bool> LiftAsync(StatusDocument before, Lease hold)
    {
        if (hold.IsLost)
        {
            return true;
        }

        for (var left = Tries; ; left--)
        {
            try
            {
                var change = await site.RestoreAsync(before, hold.Revision, origin, CancellationToken.None);
                new ChangeReport(context, json: false).Warn(change);
                Say(change.Now.Down ? "The site is down, as it was before." : "The site is up again.");
                return true;
            }
            catch (ToolException other) when (other.Code == DiagnosticCodes.StateChangedMeanwhile)
            {
                hold.TellLost();
                return true;
            }
            catch (ToolException failed) when (left == 1)
            {
                Say($"error {failed.Code}: {failed.Message}");
                Say($"The site is still down{Until(hold.Status)}: take it up with `downpage up`.");
                return false;
            }
            catch (ToolException)
            {
                await Task.Delay(Pause, context.Clock);
            }
        }
    }

    private string Until(StatusDocument status)
        => status.Until is { } until
            ? $", at first until {MomentText.Of(until, context.Clock)}"
            : "";

    private void Say(string line) => SafeError.Write(context, line);
}
