using System.Text.Json;
using DownPage.AspNetCore.Setup;
using DownPage.DownFile;
using DownPage.Switching;

namespace DownPage.AspNetCore.Endpoints;

/// <summary>Reads what a body asks for: all of it, or every error.</summary>
internal static class OrderReader
{
    private const int LongestMessage = 2000;
    private const int LongestLine = 200;

    private static readonly string[] Why = ["reason", "actor"];

    private static readonly string[] DownNames =
    [
        "mode", "scopes", "message", "statusCode", "retryAfter", "refresh", "redirectTo", "allowNetworks", "until",
        "for", "forever", "bypassSecretHash", .. Why,
    ];

    private static readonly string[] UpdateNames = [.. DownNames, "extend"];

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(30);

    /// <summary>Reason and actor alone.</summary>
    public static OperatorOrder? ReadWhy(ReadOnlyMemory<byte> body, out OperatorProblem? problem)
    {
        using var given = StrictObject.Parse(body, Why);
        var why = given.Unreadable is null ? ReadWhy(given, given.Members()) : OperatorOrder.Empty;
        return Finished(given, why, out problem);
    }

    /// <param name="body">What was sent.</param>
    /// <param name="isUpdate">Whether how the site is down is to change, so that it may be extended.</param>
    /// <param name="now">The moment.</param>
    /// <param name="problem">What is wrong.</param>
    public static OperatorOrder? Read(
        ReadOnlyMemory<byte> body, bool isUpdate, DateTimeOffset now, out OperatorProblem? problem)
    {
        using var given = StrictObject.Parse(body, isUpdate ? UpdateNames : DownNames);
        return Finished(given, given.Unreadable is null ? Read(given, now) : OperatorOrder.Empty, out problem);
    }

    public static OperatorOrder ReadWhy(StrictObject given, JsonMembers members) => new()
    {
        Reason = given.Line(members, "reason", LongestLine),
        Actor = given.Line(members, "actor", LongestLine) is { } actor && actor.Trim().Length > 0 ? actor.Trim() : null,
    };

    public static T? Finished<T>(StrictObject given, T value, out OperatorProblem? problem)
        where T : class
    {
        problem = given.Unreadable is { } why ? OperatorProblem.Unreadable(why)
            : given.Errors.Count > 0 ? OperatorProblem.Invalid(given.Told())
            : null;
        return problem is null ? value : null;
    }

    private static OperatorOrder Read(StrictObject given, DateTimeOffset now)
    {
        var members = given.Members();
        var order = ReadWhy(given, members) with
        {
            For = members.Duration("for", Shortest, Longest),
            Extend = members.Duration("extend", Shortest, Longest),
            Down = ReadDown(given, members),
        };
        CheckEnds(given, order);
        if (given.Errors.Count == 0)
        {
            given.Errors.AddRange(RequestValidation.Problems(RequestOf(order), now).Select(NamedAsInJson));
        }

        return order;
    }

    private static DownOrder ReadDown(StrictObject given, JsonMembers members) => new()
    {
        Mode = members.Text("mode", DownFileValues.IsMode, "full or readOnly"),
        Scopes = members.Items("scopes", Filled, "a text such as \"path:/billing\""),
        Message = given.Lines(members, "message", LongestMessage),
        Until = members.Moment("until"),
        Forever = members.Flag("forever") ?? false,
        StatusCode = members.Integer(
            "statusCode", code => code is 200 or (>= 400 and <= 599), "200, or from 400 to 599"),
        RetryAfter = members.Duration("retryAfter", TimeSpan.Zero, LongestDelay),
        Refresh = members.Duration("refresh", Shortest, TimeSpan.FromDays(1)),
        RedirectTo = members.Text(
            "redirectTo",
            DownFileValues.IsRedirect,
            "a path of the site, such as \"/status\", or an absolute http or https address"),
        AllowNetworks = members.Items(
            "allowNetworks",
            item => Filled(item) is { } text && DownFileValues.IsNetwork(text) ? text : null,
            "an address or a network, such as \"203.0.113.0/24\""),
        BypassSecretHash = members.Text(
            "bypassSecretHash",
            DownFileValues.IsSecretHash,
            "the SHA-256 of the secret in 64 hexadecimal digits",
            isSecret: true),
    };

    private static void CheckEnds(StrictObject given, OperatorOrder order)
    {
        string[] ends =
        [
            .. order.Down.Until is null ? Array.Empty<string>() : ["until"],
            .. order.For is null ? Array.Empty<string>() : ["for"],
            .. order.Down.Forever ? ["forever"] : Array.Empty<string>(),
            .. order.Extend is null ? Array.Empty<string>() : ["extend"],
        ];
        if (ends.Length > 1)
        {
            given.Errors.Add($"{string.Join(" and ", ends)} are there together; say one of them.");
        }
    }

    private static MaintenanceRequest RequestOf(OperatorOrder order) => new()
    {
        Scopes = order.Down.Scopes,
        Message = order.Down.Message,
        Reason = order.Reason,
        Until = order.Down.Until,
        StatusCode = order.Down.StatusCode,
        RetryAfter = order.Down.RetryAfter,
        Refresh = order.Down.Refresh,
        RedirectTo = order.Down.RedirectTo,
        AllowedNetworks = order.Down.AllowNetworks,
    };

    private static string NamedAsInJson(string problem)
    {
        var named = problem.StartsWith(nameof(MaintenanceRequest.AllowedNetworks), StringComparison.Ordinal)
            ? "allowNetworks" + problem[nameof(MaintenanceRequest.AllowedNetworks).Length..]
            : problem;
        return char.ToLowerInvariant(named[0]) + named[1..];
    }

    private static string? Filled(JsonElement item)
        => JsonText.Of(item) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;
}
