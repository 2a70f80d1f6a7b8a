using System.Globalization;
using DownPage.Servers.Tests.Servers;

namespace DownPage.Servers.Tests.Results;

/// <summary>The table of <c>docs/guides/results.md</c>, made of what the scenarios hold the servers to.</summary>
internal static class ResultsTable
{
    private static readonly (string What, Func<ServerFacts, string> Cell)[] Rows =
    [
        ("nobody listens where the app should", facts => Page(facts.Refused)),
        ("the app takes the connection and says nothing (limit 1 s)", facts => Page(facts.Hanging)),
        ("the page then comes within", facts => Seconds(facts.HangingTakes)),
        ("the app closes the connection without an answer", facts => Page(facts.Aborted)),
        ("the app breaks off in the middle of an answer", facts => facts.Dying == 200 ? "cut off" : Page(facts.Dying)),
        ("the handshake of a WebSocket", facts => facts.UpgradeRefused == 0 ? "closed" : Page(facts.UpgradeRefused)),
        ("GET, HEAD, POST, PUT, DELETE, OPTIONS, PATCH; 100 KB of body", _ => "page"),
        ("`If-None-Match`, `If-Modified-Since`, `If-Match`, `Range`", _ => "whole page"),
        ("the connection after a page", facts => facts.KeepsConnection ? "kept" : "closed"),
        ("HTTP/2", facts => facts.Http2 ? "page" : "not spoken"),
        ("`Accept`: HTML, problem details, text", facts => Chosen(facts.Forms, "HTML")),
        ("`Accept-Language`", facts => Chosen(facts.Languages, "the default")),
        ("`Accept-Encoding`", facts => facts.Encodings.Count == 0 ? "as it is" : string.Join(", ", facts.Encodings)),
        ("`Content-Language`", facts => facts.SaysLanguage ? "said" : "not said"),
        ("files beside the pages", facts => facts.Assets ? "served" : "not served"),
        ("down for maintenance: 503, by", facts => facts.FlagFile ? "the flag file" : "a command"),
        ("that is seen", facts => Within(facts.FlagTakes)),
        ("who passes: networks, paths, testers", _ => "the app's own"),
        ("`X-Forwarded-For`, `X-Real-IP`, `Forwarded` of a visitor", _ => "no effect"),
        ("the app listens again: it is asked within", facts => Seconds(facts.ReturnTakes)),
        ("a page asked for by its own address, also around corners", _ => "not there"),
        ("the page's file is not there", facts => Plain(facts.Missing)),
        ("the page's file may not be read", facts => Plain(facts.Unreadable)),
        ("the page's file is replaced", facts => facts.PagesNeedReload ? "after a reload" : Within(facts.PagesTake)),
    ];

    /// <summary>Its lines.</summary>
    public static IReadOnlyList<string> Lines(IReadOnlyList<FrontServer> servers) =>
    [
        Line("", servers.Select(server => server.Title)),
        Line("---", servers.Select(_ => "---")),
        .. Rows.Select(row => Line(row.What, servers.Select(server => row.Cell(server.Facts)))),
    ];

    private static string Line(string first, IEnumerable<string> others)
        => $"| {first} | {string.Join(" | ", others)} |";

    private static string Page(int status) => string.Create(CultureInfo.InvariantCulture, $"page, {status}");

    private static string Plain(int? status)
        => status is { } own ? string.Create(CultureInfo.InvariantCulture, $"plain {own}") : "page, from memory";

    private static string Seconds(TimeSpan time)
        => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds} s");

    private static string Within(TimeSpan time) => time == TimeSpan.Zero ? "at once" : "within " + Seconds(time);

    private static string Chosen(Choosing choosing, string without) => choosing switch
    {
        Choosing.None => without,
        Choosing.Listed => "the first listed",
        _ => "by weight",
    };
}
