using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace DownPage.StandAlone.Formats;

/// <summary>
/// A page as problem details (RFC 9457). The type is <c>about:blank</c>, whose title is the status' own phrase; what
/// the page says is the detail.
/// </summary>
internal static class ProblemDocument
{
    public const string ContentType = "application/problem+json";

    private const int LongestDetail = 1_000;

    /// <param name="text">What the page says.</param>
    /// <param name="status">The status that it stands for.</param>
    /// <param name="retryAfterSeconds">Seconds after which a client may try again; null: unknown.</param>
    public static byte[] Write(PageText text, int status, int? retryAfterSeconds)
    {
        var members = new List<string> { Member("type", Quoted("about:blank")) };
        if (ReasonPhrases.GetReasonPhrase(status) is { Length: > 0 } phrase)
        {
            members.Add(Member("title", Quoted(phrase)));
        }

        members.Add(Member("status", Number(status)));
        if (Detail(text) is { Length: > 0 } detail)
        {
            members.Add(Member("detail", Quoted(detail)));
        }

        if (retryAfterSeconds is { } seconds)
        {
            members.Add(Member("retryAfter", Number(seconds)));
        }

        return Encoding.UTF8.GetBytes($"{{{string.Join(',', members)}}}\n");
    }

    private static string Member(string name, string value) => $"\"{name}\":{value}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    // The framework's encoders escape whatever lies beyond the first 65,536 characters, which is legal and hard to read.
    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in text)
        {
            if (character is '"' or '\\')
            {
                quoted.Append('\\').Append(character);
            }
            else if (character < ' ')
            {
                quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
            }
            else
            {
                quoted.Append(character);
            }
        }

        return quoted.Append('"').ToString();
    }

    private static string Detail(PageText text)
    {
        var lines = text.Lines.Select(WithoutBullet)
            .Prepend(text.Title)
            .Where(line => line.Length > 0);
        return Cut(lines.Aggregate("", (before, line) => before.Length == 0 ? line : before + Separator(before) + line));
    }

    private static string WithoutBullet(string line)
        => line.StartsWith(PageText.Bullet, StringComparison.Ordinal) ? line[PageText.Bullet.Length..] : line;

    private static string Separator(string before) => char.IsPunctuation(before[^1]) ? " " : " – ";

    private static string Cut(string detail)
    {
        if (detail.Length <= LongestDetail)
        {
            return detail;
        }

        var space = detail.LastIndexOf(' ', LongestDetail - 2);
        var end = space > LongestDetail / 2 ? space : LongestDetail - 1;

        // Not between the halves of a character.
        return detail[..(char.IsHighSurrogate(detail[end - 1]) ? end - 1 : end)] + "…";
    }
}
