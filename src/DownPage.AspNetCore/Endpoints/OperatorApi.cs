using System.Globalization;
using DownPage.AspNetCore.State;
using DownPage.Status;
using DownPage.Switching;
using Microsoft.AspNetCore.WebUtilities;

namespace DownPage.AspNetCore.Endpoints;

/// <summary>What operators can do, whatever way they come.</summary>
internal sealed class OperatorApi(
    StateSwitch stateSwitch, IStateStore store, StatusComposer status, TimeProvider clock) : IDisposable
{
    public const string History = "/history";
    public const string Schedule = "/schedule";

    private const int MostEntries = 500;

    /// <summary>One after the other: stores let one writer in, and others wait with less patience.</summary>
    private readonly SemaphoreSlim turn = new(1);

    /// <summary>Does what is asked, all of it or nothing.</summary>
    /// <exception cref="OperationCanceledException">Waiting was ended: nothing has changed.</exception>
    public async Task<OperatorAnswer> HandleAsync(OperatorCall call, CancellationToken cancellationToken)
    {
        try
        {
            return await AnswerAsync(call, cancellationToken);
        }
        catch (ChangeRefusedException refused)
        {
            var isLate = refused.Refusal == ChangeRefusal.OtherRevision;
            return OperatorJson.Answer(refused.Problem(), isLate ? await CurrentAsync(cancellationToken) : null);
        }
        catch (IOException failed)
        {
            return OperatorJson.Answer(OperatorProblem.Unwritable(failed.Message));
        }
    }

    /// <summary>What holds.</summary>
    public Task<StatusDocument> CurrentAsync(CancellationToken cancellationToken)
        => status.ComposeAsync(cancellationToken);

    public void Dispose() => turn.Dispose();

    private Task<OperatorAnswer> AnswerAsync(OperatorCall call, CancellationToken cancellationToken)
    {
        var mark = call.Path.IndexOf('?', StringComparison.Ordinal);
        var path = (mark < 0 ? call.Path : call.Path[..mark]).TrimEnd('/');
        return path switch
        {
            "" => call.Method switch
            {
                "GET" => StatusAsync(cancellationToken),
                "PUT" => DownAsync(call, cancellationToken),
                "PATCH" => UpdateAsync(call, cancellationToken),
                "DELETE" => UpAsync(call, cancellationToken),
                _ => NotTaken(call, "GET, HEAD, PUT, PATCH, DELETE"),
            },
            History => call.Method == "GET"
                ? HistoryAsync(mark < 0 ? "" : call.Path[mark..], cancellationToken)
                : NotTaken(call, "GET, HEAD"),
            Schedule => call.Method switch
            {
                "GET" => WindowsAsync(cancellationToken),
                "POST" => AddWindowAsync(call, cancellationToken),
                _ => NotTaken(call, "GET, HEAD, POST"),
            },
            _ when path.StartsWith(Schedule + "/", StringComparison.Ordinal) => call.Method == "DELETE"
                ? RemoveWindowAsync(call, Uri.UnescapeDataString(path[(Schedule.Length + 1)..]), cancellationToken)
                : NotTaken(call, "DELETE"),
            _ => Refused(OperatorProblem.NoSuchAddress(path)),
        };
    }

    private async Task<OperatorAnswer> StatusAsync(CancellationToken cancellationToken)
        => OperatorJson.Answer(await CurrentAsync(cancellationToken));

    private async Task<OperatorAnswer> WindowsAsync(CancellationToken cancellationToken)
        => OperatorJson.Windows(await CurrentAsync(cancellationToken));

    private async Task<OperatorAnswer> HistoryAsync(string query, CancellationToken cancellationToken)
    {
        var most = 50;
        foreach (var (name, values) in QueryHelpers.ParseQuery(query))
        {
            if (!string.Equals(name, "most", StringComparison.OrdinalIgnoreCase)
                || !int.TryParse(values.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out most)
                || most is < 1 or > MostEntries)
            {
                return OperatorJson.Answer(OperatorProblem.Invalid(
                    ["The query must be 'most=50', or another number from 1 to 500, or be left out."]));
            }
        }

        return OperatorJson.Answer(await store.ReadHistoryAsync(most, cancellationToken));
    }

    private Task<OperatorAnswer> DownAsync(OperatorCall call, CancellationToken cancellationToken)
        => OrderReader.Read(call.Body, isUpdate: false, clock.GetUtcNow(), out var problem) is { } order
            ? ChangeAsync(call, OperatorChanges.Down(order, order.Origin(call)), cancellationToken)
            : Refused(problem);

    private Task<OperatorAnswer> UpdateAsync(OperatorCall call, CancellationToken cancellationToken)
        => OrderReader.Read(call.Body, isUpdate: true, clock.GetUtcNow(), out var problem) is { } order
            ? ChangeAsync(call, OperatorChanges.Update(order, order.Origin(call)), cancellationToken)
            : Refused(problem);

    private Task<OperatorAnswer> UpAsync(OperatorCall call, CancellationToken cancellationToken)
        => OrderReader.ReadWhy(call.Body, out var problem) is { } why
            ? ChangeAsync(call, OperatorChanges.Up(why.Origin(call), stateSwitch.IsWindowOpen), cancellationToken)
            : Refused(problem);

    private Task<OperatorAnswer> AddWindowAsync(OperatorCall call, CancellationToken cancellationToken)
        => WindowOrderReader.Read(call.Body, clock.GetUtcNow(), out var problem) is { } order
            ? ChangeAsync(
                call,
                OperatorChanges.AddWindow(order.Window, order.Why.Origin(call)),
                cancellationToken,
                location: $"{Schedule}/{Uri.EscapeDataString(order.Window.Name ?? "")}")
            : Refused(problem);

    private Task<OperatorAnswer> RemoveWindowAsync(
        OperatorCall call, string name, CancellationToken cancellationToken)
        => OrderReader.ReadWhy(call.Body, out var problem) is { } why
            ? ChangeAsync(call, StateChange.RemoveWindow(name, why.Origin(call)), cancellationToken)
            : Refused(problem);

    private async Task<OperatorAnswer> ChangeAsync(
        OperatorCall call, StateChange change, CancellationToken cancellationToken, string? location = null)
    {
        if (Preconditions.Read(call, out var problem) is not { } conditions)
        {
            return await Refused(problem);
        }

        await turn.WaitAsync(cancellationToken);
        try
        {
            await stateSwitch.ChangeAsync(conditions.On(change), cancellationToken);
        }
        catch (InvalidOperationException nowhere) when (nowhere is not ChangeRefusedException)
        {
            return OperatorJson.Answer(OperatorProblem.NothingToWriteTo(nowhere.Message));
        }
        finally
        {
            turn.Release();
        }

        // It is done: a client that has gone does not undo it, and is answered in vain.
        var current = await CurrentAsync(CancellationToken.None);
        return OperatorJson.Answer(current, location is null ? 200 : 201, location);
    }

    private static Task<OperatorAnswer> NotTaken(OperatorCall call, string allowed)
        => Task.FromResult(
            OperatorJson.Answer(OperatorProblem.MethodNotTaken(call.Method, allowed)) with { Allow = allowed });

    private static Task<OperatorAnswer> Refused(OperatorProblem? problem)
        => Task.FromResult(OperatorJson.Answer(problem ?? OperatorProblem.Unreadable("cannot be read")));
}
