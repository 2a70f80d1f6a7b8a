namespace DownPage.AspNetCore.Passing;

/// <summary>What stands between two slashes of a glob.</summary>
internal readonly record struct GlobSegment(string Text)
{
    public static GlobSegment AnyDepth { get; } = new("**");

    public bool IsAnyDepth => Text == "**";

    /// <summary>An empty segment is matched by none: <c>/a//b</c> is not <c>/a/*/b</c>.</summary>
    public bool Matches(ReadOnlySpan<char> segment)
    {
        if (segment.IsEmpty)
        {
            return false;
        }

        // Where a character does not fit, the last * takes one more: earlier ones need not.
        var (at, pattern, star, starAt) = (0, 0, -1, 0);
        while (at < segment.Length)
        {
            if (pattern < Text.Length && Text[pattern] == '*')
            {
                star = pattern++;
                starAt = at;
            }
            else if (pattern < Text.Length && Text[pattern] == '?')
            {
                pattern++;
                at += at + 1 < segment.Length && char.IsSurrogatePair(segment[at], segment[at + 1]) ? 2 : 1;
            }
            else if (pattern < Text.Length && Same(Text[pattern], segment[at]))
            {
                pattern++;
                at++;
            }
            else if (star < 0)
            {
                return false;
            }
            else
            {
                pattern = star + 1;
                at = ++starAt;
            }
        }

        return Text.AsSpan(pattern).IndexOfAnyExcept('*') < 0;
    }

    private static bool Same(char one, char other)
        => one == other || char.ToUpperInvariant(one) == char.ToUpperInvariant(other);
}
