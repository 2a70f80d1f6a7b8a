namespace DownPage.AspNetCore.Passing;

/// <summary>
/// A path with wildcards: <c>*</c> within a segment, <c>**</c> for any number of segments, <c>?</c> for one character.
/// One slash at the
/// end of a path says nothing. Time grows with the path's length times the pattern's, whatever both are.
/// </summary>
internal sealed class GlobPattern
{
    private readonly GlobSegment[] segments;

    /// <param name="text">Begins with a slash.</param>
    public GlobPattern(string text)
    {
        var parts = text.Split('/', StringSplitOptions.RemoveEmptyEntries);
        segments = Array.ConvertAll(parts, part => new GlobSegment(part));
    }

    public bool Matches(ReadOnlySpan<char> path)
    {
        if (path.IsEmpty || path[0] != '/')
        {
            return false;
        }

        var text = path.Length > 1 && path[^1] == '/' ? path[1..^1] : path[1..];

        // The root has no segment. Where a segment does not fit, the last ** takes one more: earlier ones need not.
        var at = path.Length == 1 ? 1 : 0;
        var (pattern, star, starAt) = (0, -1, 0);
        while (at <= text.Length)
        {
            if (pattern < segments.Length && segments[pattern].IsAnyDepth)
            {
                star = pattern++;
                starAt = at;
                continue;
            }

            var end = End(text, at);
            if (pattern < segments.Length && segments[pattern].Matches(text[at..end]))
            {
                pattern++;
                at = end + 1;
            }
            else if (star < 0)
            {
                return false;
            }
            else
            {
                pattern = star + 1;
                at = starAt = End(text, starAt) + 1;
            }
        }

        return segments.AsSpan(pattern).IndexOfAnyExcept(GlobSegment.AnyDepth) < 0;
    }

    private static int End(ReadOnlySpan<char> text, int start)
    {
        var length = text[start..].IndexOf('/');
        return length < 0 ? text.Length : start + length;
    }
}
