using System.Globalization;
using DownPage.History;
using DownPage.Schedule;
using DownPage.Status;
using DownPage.Switching;

namespace DownPage.Tool.Targets;

/// <summary>A site by its endpoint for operators, whatever the way to it.</summary>
internal sealed class EndpointTarget(IOperatorTransport transport) : IStateTarget
{
    private const int Conflict = 409;
    private const int PreconditionFailed = 412;

    public string Name => transport.Name;

    public async Task<StatusDocument> ReadAsync(CancellationToken cancellationToken)
        => EndpointAnswers.Status(Name, await SendAsync(new EndpointRequest("GET", ""), cancellationToken));

    public async Task<TargetChange> DownAsync(DownOrder order, ChangeOrigin origin, CancellationToken cancellationToken)
    {
        var before = await ReadAsync(cancellationToken);
        var update = new EndpointRequest("PATCH", "") { Body = EndpointBodies.Down(order, origin) };
        if (IsHeld(before))
        {
            // It may have come up since it was read; what else is in the way is in the way of taking it down, too.
            var updated = await SendAsync(update, cancellationToken);
            if (updated.StatusCode != Conflict)
            {
                return Changed(before, updated);
            }
        }

        var taken = await SendAsync(update with { Method = "PUT", OnlyIfUp = true }, cancellationToken);
        if (taken.StatusCode != PreconditionFailed)
        {
            return Changed(before, taken);
        }

        // Somebody else took it down since it was read: theirs is not thrown away unseen.
        var theirs = before.Down ? before : await ReadAsync(cancellationToken);
        var change = Changed(before, await SendAsync(update, cancellationToken));
        return before.Down ? change : change with { WasDown = true, Warning = AtOnce(theirs) };
    }

    public async Task<TargetChange> ExtendAsync(TimeSpan by, ChangeOrigin origin, CancellationToken cancellationToken)
    {
        var before = await ReadAsync(cancellationToken);
        var request = new EndpointRequest("PATCH", "") { Body = EndpointBodies.Extend(by, origin) };
        return Changed(before, await SendAsync(request, cancellationToken));
    }

    public async Task<TargetChange> RenewAsync(
        TimeSpan by, string revision, ChangeOrigin origin, CancellationToken cancellationToken)
    {
        var before = await ReadAsync(cancellationToken);
        var request = new EndpointRequest("PATCH", "")
        {
            Body = EndpointBodies.Extend(by, origin),
            Revision = revision,
        };
        return Changed(before, await SendAsync(request, cancellationToken));
    }

    public async Task<TargetChange> RestoreAsync(
        StatusDocument before, string revision, ChangeOrigin origin, CancellationToken cancellationToken)
    {
        if (!IsHeld(before))
        {
            return await UpAsync(origin, revision, cancellationToken);
        }

        var held = await ReadAsync(cancellationToken);
        var request = new EndpointRequest("PUT", "") { Body = EndpointBodies.Again(before, origin), Revision = revision };
        return Changed(held, await SendAsync(request, cancellationToken));
    }

    public async Task<TargetChange> UpAsync(ChangeOrigin origin, string? revision, CancellationToken cancellationToken)
    {
        var before = await ReadAsync(cancellationToken);
        var request = new EndpointRequest("DELETE", "") { Body = EndpointBodies.Origin(origin), Revision = revision };
        return Changed(before, await SendAsync(request, cancellationToken));
    }

    public async Task<TargetChange> AddWindowAsync(
        WindowDefinition window, ChangeOrigin origin, CancellationToken cancellationToken)
    {
        var before = await ReadAsync(cancellationToken);
        var request = new EndpointRequest("POST", "/schedule") { Body = EndpointBodies.Window(window) };
        return Changed(before, await SendAsync(request, cancellationToken));
    }

    public async Task<TargetChange> RemoveWindowAsync(
        string name, ChangeOrigin origin, CancellationToken cancellationToken)
    {
        var before = await ReadAsync(cancellationToken);
        var request = new EndpointRequest("DELETE", "/schedule/" + Uri.EscapeDataString(name))
        {
            Body = EndpointBodies.Origin(origin),
        };
        return Changed(before, await SendAsync(request, cancellationToken));
    }

    public async Task<IReadOnlyList<HistoryEntry>> HistoryAsync(int most, CancellationToken cancellationToken)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"/history?most={most}");
        return EndpointAnswers.History(Name, await SendAsync(new EndpointRequest("GET", path), cancellationToken));
    }

    public void Dispose() => transport.Dispose();

    private Task<EndpointReply> SendAsync(EndpointRequest request, CancellationToken cancellationToken)
        => transport.SendAsync(request, cancellationToken);

    /// <summary>Whether it is down by what the endpoint writes.</summary>
    private static bool IsHeld(StatusDocument status) => status is { Down: true, Source: "downFile" or "sharedStore" };

    private TargetChange Changed(StatusDocument before, EndpointReply reply)
    {
        var now = EndpointAnswers.Status(Name, reply);
        var changed = !string.Equals(before.Revision, now.Revision, StringComparison.Ordinal);
        return new TargetChange(before.Down, changed, now, now.Problem);
    }

    private static string AtOnce(StatusDocument theirs)
        => $"At the same moment {theirs.Actor ?? "somebody else"} took the site down"
            + (theirs.Reason is null ? "" : $" ({theirs.Reason})")
            + ". What you asked for is laid over it: look at what holds now, and talk to each other before you end it.";
}
