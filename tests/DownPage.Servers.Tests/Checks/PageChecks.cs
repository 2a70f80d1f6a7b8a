using DownPage.Servers.Tests.Harness;
using DownPage.Servers.Tests.Http;
using DownPage.Servers.Tests.Servers;

namespace DownPage.Servers.Tests.Checks;

/// <summary>What a page must be, byte for byte and header for header, whoever shows it.</summary>
internal static class PageChecks
{
    private static readonly Dictionary<string, string> Always = new()
    {
        ["Cache-Control"] = "no-store",
        ["X-Robots-Tag"] = "noindex",
        // Those of the project's own.
        ["Strict-Transport-Security"] = "max-age=31536000; includeSubDomains",
        ["X-Extra"] = "one \"two\"; 3% #4",
    };

    // With a validator, a visitor who comes back gets an answer without a body.
    private static readonly string[] Never =
        ["ETag", "Last-Modified", "Accept-Ranges", "Content-Range", "Content-Location", "X-App", "Expires"];

    // Of the pages, of their manifest and the configuration, of the app's settings.
    private static readonly string[] Marks = ["page-50", "page-maintenance", "DownPage.Build", "only-for-the-tests"];

    /// <summary>In what an answer is not the page that is expected.</summary>
    public static IReadOnlyList<string> Differences(FrontLease front, PageExpectation expected, RawAnswer answer)
    {
        var page = front.Pages.Find(expected.Key, expected.Form, expected.Culture);
        var headers = new Dictionary<string, string?>(Always!)
        {
            ["Content-Type"] = page.ContentType,
            ["Retry-After"] = page.RetryAfter,
            ["Content-Encoding"] = expected.Encoding,
            ["Content-Language"] = front.Facts.SaysLanguage ? expected.Culture : null,
        };
        foreach (var name in Never)
        {
            headers[name] = null;
        }

        var differences = new List<string>();
        if (answer.Status != expected.Status)
        {
            differences.Add($"its status is {answer.Status}, not {expected.Status}");
        }

        differences.AddRange(headers.Where(header => !IsSame(header.Value, answer.Header(header.Key)))
            .Select(header => $"{header.Key} is '{answer.Header(header.Key)}', not '{header.Value}'"));
        differences.AddRange(
            Varying(front.Facts).Where(name => !Varies(answer, name)).Select(name => $"Vary lacks {name}"));
        differences.AddRange(Body(front, expected, answer));
        return differences;
    }

    /// <summary>Whether something of a page, or of what lies beside it, has got out where none may.</summary>
    public static IReadOnlyList<string> Leaks(FrontLease front, RawAnswer answer) =>
    [
        .. front.Pages.IsAny(answer.Body) ? (string[])["it is a page"] : [],
        .. Marks.Where(mark => answer.Text.Contains(mark, StringComparison.Ordinal)).Select(mark => $"it has '{mark}'"),
    ];

    /// <summary>The headers that its pages vary by.</summary>
    public static IEnumerable<string> Varying(ServerFacts facts) =>
    [
        .. facts.Forms == Choosing.None ? [] : (string[])["Accept"],
        .. facts.Languages == Choosing.None ? [] : (string[])["Accept-Language"],
        .. facts.Encodings.Count == 0 ? [] : (string[])["Accept-Encoding"],
    ];

    private static bool Varies(RawAnswer answer, string name)
        => (answer.Header("Vary") ?? "").Split(',', StringSplitOptions.TrimEntries)
            .Contains(name, StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> Body(FrontLease front, PageExpectation expected, RawAnswer answer)
    {
        var page = front.Pages.Find(expected.Key, expected.Form, expected.Culture);
        var bytes = front.Pages.Bytes(page, expected.Encoding);
        if (!expected.HasBody)
        {
            var length = answer.Header("Content-Length");
            return length is null ? front.Facts.HeadSaysLength ? ["it says no length"] : []
                : length == FormattableString.Invariant($"{bytes.Length}") ? []
                : [$"it says {length} bytes, where GET has {bytes.Length}"];
        }

        if (answer.IsCut)
        {
            return ["its body is cut off"];
        }

        return answer.Body.AsSpan().SequenceEqual(bytes) ? []
            : [$"its {answer.Body.Length} bytes are not the {bytes.Length} of {Path.GetFileName(page.File)}"];
    }

    private static bool IsSame(string? expected, string? actual)
        => string.Equals(Plain(expected), Plain(actual), StringComparison.OrdinalIgnoreCase);

    private static string? Plain(string? value) => value?.Replace("; ", ";", StringComparison.Ordinal);
}
