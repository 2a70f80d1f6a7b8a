using System.Globalization;
using DownPage.Status;

namespace DownPage.Tool.Output;

/// <summary>A status for people.</summary>
internal sealed class StatusReport(ToolContext context)
{
    private readonly Palette palette = Palette.Of(context);

    /// <summary>All of it: what holds, what comes next, which nodes have followed.</summary>
    public void Write(StatusDocument status, string target)
    {
        WriteHead(status);
        var facts = Facts(status);
        facts.Add("site", PlainText.Of(target));
        facts.Write(context.Out);
        WriteNext(status);
        WriteNodes(status);
    }

    /// <summary>The first line: up or down.</summary>
    public void WriteHead(StatusDocument status)
        => context.Out.WriteLine(
            !status.Down ? $"The site is {palette.Good("up")}."
            : status.Mode == "readOnly" ? $"The site is {palette.Notable("read-only")}."
            : $"The site is {palette.Bad("down")}.");

    /// <summary>How it is down.</summary>
    public Facts Facts(StatusDocument status)
    {
        var now = context.Clock.GetUtcNow();
        var facts = new Facts(palette);
        facts.Add("decided by", status.Source == "none" ? null : SourceOf(status));
        if (status.Down)
        {
            facts.Add("parts", status.Scopes.Count == 0 ? null : PlainText.Of(string.Join(", ", status.Scopes)));
            facts.Add("visitors see", Seen(status));
            facts.Add("message", status.Message is { } message ? PlainText.Of(message) : null);
            facts.Add("since", SinceOf(status, now));
            facts.Add("by", status.Actor is { } actor ? PlainText.Of(actor) : null);
            facts.Add("reason", status.Reason is { } reason ? PlainText.Of(reason) : null);
            facts.Add("until", UntilOf(status, now));
            facts.Add("may pass", status.AllowNetworks.Count == 0 ? null : string.Join(", ", status.AllowNetworks));
        }

        facts.Add("look at", status.Problem is { } problem ? palette.Notable(PlainText.Of(problem)) : null);
        return facts;
    }

    private string UntilOf(StatusDocument status, DateTimeOffset now)
        => status.Until is { } until
            ? $"{MomentText.Of(until, context.Clock)} (in {MomentText.Of(until - now)})"
            : "somebody takes it up: there is no end";

    private string? SinceOf(StatusDocument status, DateTimeOffset now)
        => status.Since is not { } since ? null
            : since > now ? MomentText.Of(since, context.Clock) + " (that is yet to come)"
            : $"{MomentText.Of(since, context.Clock)} ({MomentText.Of(now - since)} ago)";

    private static string SourceOf(StatusDocument status) => status.Source switch
    {
        "configuration" => "the configuration, MaintenanceMode:Enabled",
        "appOffline" => "app_offline.htm",
        "downFile" => "the down file",
        "sharedStore" => "the store that the nodes share",
        "schedule" => $"the window '{PlainText.Of(status.Window ?? "")}'",
        "storeFailure" => "OnStoreFailure: the state cannot be read",
        var other => PlainText.Of(other),
    };

    private static string Seen(StatusDocument status)
    {
        var code = (status.StatusCode ?? 503).ToString(CultureInfo.InvariantCulture);
        List<string> parts =
        [
            status.RedirectTo is { } address
                ? $"a redirect to {PlainText.Of(address)}"
                : status.Mode == "readOnly" ? $"the site; what would change something is answered with {code}"
                : $"{code} and the maintenance page",
        ];
        if (status.Until is null && status.RetryAfter is { } delay)
        {
            parts.Add($"Retry-After {MomentText.Of(delay)}");
        }

        if (status.Refresh is { } refresh)
        {
            parts.Add($"loaded again every {MomentText.Of(refresh)}");
        }

        return string.Join(", ", parts);
    }

    private void WriteNext(StatusDocument status)
    {
        var next = status.Windows.Where(window => !window.IsOpen && window.Start is not null)
            .OrderBy(window => window.Start)
            .ToArray();
        if (next.Length == 0)
        {
            return;
        }

        context.Out.WriteLine();
        context.Out.WriteLine("Windows to come:");
        var table = new Table("name", "opens", "closes", "written in");
        foreach (var window in next)
        {
            table.Add(
                PlainText.Of(window.Definition.Name ?? ""),
                window.Start is { } start ? MomentText.Of(start, context.Clock) : "never",
                window.End is { } end ? MomentText.Of(end, context.Clock) : "never",
                window.IsConfigured ? "configuration" : "state");
        }

        table.Write(context.Out, palette);
    }

    private void WriteNodes(StatusDocument status)
    {
        if (status.Nodes.Count == 0)
        {
            return;
        }

        context.Out.WriteLine();
        context.Out.WriteLine("Nodes:");
        var table = new Table("name", "shows", "has followed", "seen", "problem");
        foreach (var node in status.Nodes)
        {
            table.Add(
                PlainText.Of(node.Name),
                node.Down ? palette.Bad("the page") : palette.Good("the site"),
                node.Revision == status.Revision ? "yes" : palette.Notable("no"),
                MomentText.Of(node.Seen, context.Clock),
                PlainText.Of(node.Problem ?? ""));
        }

        table.Write(context.Out, palette);
    }
}
