using System.Text.Json;
using DownPage.AspNetCore.Setup;
using DownPage.DownFile;
using DownPage.Schedule;

namespace DownPage.AspNetCore.Endpoints;

/// <summary>Reads a window as the down file has it, with reason and actor beside its members.</summary>
internal static class WindowOrderReader
{
    private static readonly string[] Names =
    [
        "name", "start", "end", "days", "daysOfMonth", "time", "duration", "timeZone", "announce", "message", "mode",
        "scopes", "reason", "actor",
    ];

    public static WindowOrder? Read(ReadOnlyMemory<byte> body, DateTimeOffset now, out OperatorProblem? problem)
    {
        using var given = StrictObject.Parse(body, Names);
        var order = given.Unreadable is null ? Read(given, now) : null;
        return OrderReader.Finished(
            given, order ?? new WindowOrder(new WindowDefinition(), OperatorOrder.Empty), out problem);
    }

    private static WindowOrder? Read(StrictObject given, DateTimeOffset now)
    {
        // Reason and actor are no members of a window: its reader keeps them as unknown, and says so.
        var known = new List<string>();
        var window = DownFileWindows.ReadOne(given.Root, known);
        given.Errors.AddRange(known.Where(error => !error.EndsWith("means nothing.", StringComparison.Ordinal)));
        var members = new JsonMembers(given.Root, "", []);
        var name = given.Line(members, "name", 200);
        given.Lines(members, "message", 2000);
        var isNamed = members.Value("name", JsonValueKind.String, "a text") is not null;
        if (!isNamed || name is "." or ".." || name?.Trim() == "")
        {
            given.Errors.Add("name is missing; a window is removed by its name. Give it one, such as \"backup\".");
        }

        if (window is not null)
        {
            given.Errors.AddRange(RequestValidation.Problems(new MaintenanceRequest { Scopes = window.Scopes }, now)
                .Select(error => char.ToLowerInvariant(error[0]) + error[1..]));
        }

        return window is null ? null
            : new WindowOrder(window with { Unknown = null }, OrderReader.ReadWhy(given, given.Members()));
    }
}
