using DownPage.Switching;

namespace DownPage.AspNetCore.Endpoints;

/// <summary>
/// The conditions of a change (RFC 9110 13.1): a client says what it saw. They are looked at under the store's lock.
/// </summary>
/// <param name="Revisions">One of which must be what is written. Null: whatever is.</param>
/// <param name="OnlyIfUp">Whether nothing may be written as down.</param>
internal sealed record Preconditions(IReadOnlyList<string>? Revisions, bool OnlyIfUp)
{
    private const string Tags = "the ETag that an answer had, in quotes: \"9f86d081884c7d65\"";

    public static Preconditions? Read(OperatorCall call, out OperatorProblem? problem)
    {
        problem = null;
        var onlyIfUp = call.IfNoneMatch?.Trim() == "*";
        if (call.IfNoneMatch is not null && !(onlyIfUp && call.Method == "PUT"))
        {
            problem = OperatorProblem.Condition("If-None-Match", call.IfNoneMatch, "'*', and with PUT only");
            return null;
        }

        if (call.IfMatch is null || call.IfMatch.Trim() == "*")
        {
            return new Preconditions(null, onlyIfUp);
        }

        if (TagsOf(call.IfMatch) is { } revisions)
        {
            return new Preconditions(revisions, onlyIfUp);
        }

        problem = OperatorProblem.Condition("If-Match", call.IfMatch, Tags);
        return null;
    }

    public StateChange On(StateChange change)
    {
        var conditioned = OnlyIfUp ? IfUp(change) : change;
        return Revisions is [var one] ? conditioned.IfRevision(one)
            : Revisions is null ? conditioned
            : conditioned with
            {
                // What is not among them is refused in the words of the one.
                Apply = (before, now) => conditioned
                    .IfRevision(Revisions.FirstOrDefault(revision => revision == StateRevision.Of(before)) ?? "")
                    .Apply(before, now),
            };
    }

    private static StateChange IfUp(StateChange change) => change with
    {
        Apply = (before, now) => before is { Down: true } && !(before.Until <= now)
            ? throw new ChangeRefusedException(
                ChangeRefusal.OtherRevision,
                "The site has been taken down already, and nothing was changed now. "
                + "Look at it, and change it by PATCH, or by PUT without If-None-Match.")
            : change.Apply(before, now),
    };

    /// <summary>Weak ones never match (RFC 9110 8.8.3.2), but are well formed. Null: that is no list of tags.</summary>
    private static List<string>? TagsOf(string header)
    {
        var revisions = new List<string>();
        foreach (var item in header.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var tag = item.StartsWith("W/", StringComparison.Ordinal) ? item[2..] : item;
            if (tag.Length < 2 || tag[0] != '"' || tag[^1] != '"' || tag[1..^1].Contains('"', StringComparison.Ordinal))
            {
                return null;
            }

            revisions.Add(tag.Length == item.Length ? tag[1..^1] : "");
        }

        return revisions.Count == 0 ? null : revisions;
    }
}
