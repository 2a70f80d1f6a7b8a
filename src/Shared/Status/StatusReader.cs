using System.Text.Json;
using DownPage.DownFile;
using DownPage.Switching;

namespace DownPage.Status;

/// <summary>Reads a status that an endpoint sent.</summary>
internal static class StatusReader
{
    private const int LongestText = 4000;

    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    /// <exception cref="FormatException">It is no status.</exception>
    public static StatusDocument Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement);
        }
        catch (JsonException wrong)
        {
            throw new FormatException("It is no JSON: " + wrong.Message, wrong);
        }
    }

    private static StatusDocument Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("It is no JSON object.");
        }

        var members = new JsonMembers(root, "", []);
        return new StatusDocument
        {
            Down = members.Flag("down") ?? throw new FormatException("It does not say whether the site is down."),
            Source = members.Text("source", LongestText) ?? "none",
            Revision = members.Text("revision", LongestText) ?? StateRevision.None,
            Mode = members.Text("mode", LongestText),
            Scopes = members.Items("scopes", JsonText.Of, "a text") ?? [],
            Message = members.Text("message", LongestText),
            Reason = members.Text("reason", LongestText),
            Actor = members.Text("actor", LongestText),
            Since = members.Moment("since"),
            Until = members.Moment("until"),
            Window = members.Text("window", LongestText),
            StatusCode = members.Integer("statusCode", _ => true, "a number"),
            RetryAfter = members.Duration("retryAfter", TimeSpan.Zero, Longest),
            Refresh = members.Duration("refresh", TimeSpan.Zero, Longest),
            RedirectTo = members.Text("redirectTo", LongestText),
            AllowNetworks = members.Items("allowNetworks", JsonText.Of, "a text") ?? [],
            Windows = members.Items("windows", WindowOf, "a window") ?? [],
            Nodes = members.Items("nodes", NodeOf, "a node") ?? [],
            Problem = members.Text("problem", LongestText),
        };
    }

    private static WindowStatus? WindowOf(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty("definition", out var definition))
        {
            return null;
        }

        var members = new JsonMembers(item, "", []);
        return DownFileWindows.ReadOne(definition) is { } window
            ? new WindowStatus(
                window,
                members.Flag("configured") ?? false,
                members.Flag("open") ?? false,
                members.Moment("start"),
                members.Moment("end"))
            : null;
    }

    public static NodeStatus? NodeOf(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var members = new JsonMembers(item, "", []);
        return members.Text("name", LongestText) is { } name && members.Moment("seen") is { } seen
            ? new NodeStatus(
                name,
                members.Text("revision", LongestText) ?? StateRevision.None,
                members.Flag("down") ?? false,
                seen,
                members.Text("problem", LongestText))
            : null;
    }
}
