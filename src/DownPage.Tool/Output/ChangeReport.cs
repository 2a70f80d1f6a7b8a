using DownPage.Tool.Targets;

namespace DownPage.Tool.Output;

/// <summary>What a change came to, for people and for scripts.</summary>
/// <param name="context">The world.</param>
/// <param name="json">Whether a script reads it.</param>
internal sealed class ChangeReport(ToolContext context, bool json)
{
    /// <param name="change">The change.</param>
    /// <param name="done">What was done, a line. Null: the status says it all.</param>
    /// <param name="more">What else there is to say.</param>
    public void Write(TargetChange change, string? done = null, Action<Facts>? more = null)
    {
        if (json)
        {
            JsonOutput.Write(context.Out, change.Now);
        }
        else
        {
            var report = new StatusReport(context);
            if (done is not null)
            {
                context.Out.WriteLine(done);
            }

            report.WriteHead(change.Now);
            var facts = report.Facts(change.Now);
            more?.Invoke(facts);
            facts.Write(context.Out);
        }

        Warn(change);
    }

    /// <summary>What should be looked at, though the change stands.</summary>
    public void Warn(TargetChange change)
    {
        foreach (var line in change.Warning?.Split('\n') ?? [])
        {
            context.Error.WriteLine("warning: " + PlainText.Of(line));
        }
    }
}
