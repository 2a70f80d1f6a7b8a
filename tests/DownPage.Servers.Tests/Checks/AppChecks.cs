using DownPage.Servers.Tests.Http;

namespace DownPage.Servers.Tests.Checks;

/// <summary>What a front end has to leave as the app has made it.</summary>
internal static class AppChecks
{
    private static readonly string[] Headers =
    [
        "X-App", "Content-Type", "Content-Range", "Retry-After", "Cache-Control", "ETag", "Last-Modified",
        "X-Robots-Tag", "Strict-Transport-Security", "X-Extra", "Location",
    ];

    /// <summary>In what the server's answer is not the app's.</summary>
    public static IReadOnlyList<string> Differences(RawAnswer direct, RawAnswer answer) =>
    [
        .. direct.IsOfApp ? [] : (string[])["the app itself does not answer"],
        .. direct.Status == answer.Status ? [] : (string[])[$"its status is {answer.Status}, not {direct.Status}"],
        // A server that compresses, or could, adds that; the app of the tests says nothing.
        .. answer.Header("Vary") is null or "Accept-Encoding" ? [] : (string[])[$"Vary is '{answer.Header("Vary")}'"],
        .. Headers.Where(name => direct.Header(name) != answer.Header(name))
            .Select(name => $"{name} is '{answer.Header(name)}', not '{direct.Header(name)}'"),
        .. answer.Body.AsSpan().SequenceEqual(direct.Body) ? [] : (string[])["its body is another"],
    ];
}
