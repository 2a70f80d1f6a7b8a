using DownPage.Servers.Tests.Checks;
using DownPage.Servers.Tests.Harness;
using DownPage.Servers.Tests.Http;
using DownPage.Servers.Tests.Servers;

namespace DownPage.Servers.Tests.Scenarios;

/// <summary>What a client takes decides about form, language and coding, as far as the server can choose.</summary>
[TestClass]
public sealed class ChoosingTests(TestContext test)
{
    // Those who weigh, and those who take what is listed first (of forms: HTML wherever it is listed).
    private static readonly (string? Accept, string Weighted, string Listed)[] Forms =
    [
        (null, "html", "html"),
        ("*/*", "html", "html"),
        ("text/html", "html", "html"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "html", "html"),
        ("image/avif,image/webp,*/*", "html", "html"),
        ("text/*", "html", "html"),
        ("application/json", "json", "json"),
        ("application/problem+json", "json", "json"),
        ("APPLICATION/JSON", "json", "json"),
        ("application/json, text/plain, */*", "json", "json"),
        ("application/json; charset=utf-8", "json", "json"),
        ("text/plain", "text", "text"),
        ("text/html, application/json", "html", "html"),
        ("text/html;q=0.1, application/json", "json", "html"),
        ("text/plain;q=0.2, application/json;q=0.9", "json", "json"),
    ];

    private static readonly (string? Accept, string Weighted, string Listed)[] Languages =
    [
        (null, "en", "en"),
        ("*", "en", "en"),
        ("en", "en", "en"),
        ("de", "de", "de"),
        ("DE", "de", "de"),
        ("de-AT", "de", "de"),
        ("de-DE,de;q=0.9,en-US;q=0.8,en;q=0.7", "de", "de"),
        ("en-US,en;q=0.9,de;q=0.8", "en", "en"),
        ("fr", "en", "en"),
        ("fr-CH, fr;q=0.9, de;q=0.5", "de", "de"),
        ("den", "en", "en"),
        ("en;q=0.3, de;q=0.9", "de", "en"),
        ("de;q=0.3, en;q=0.9", "en", "de"),
    ];

    private static readonly string?[] Encodings =
        [null, "gzip", "br", "gzip, deflate, br", "br;q=1.0, gzip;q=0.8", "deflate", "identity", "gzip;q=0", "br;q=0, gzip"];

    [TestMethod]
    [DynamicData(nameof(FrontServers.Names), typeof(FrontServers))]
    [Timeout(Limits.Test)]
    public async Task Page_WhenGone_IsWhatTheClientTakes(string server)
    {
        await using var front = await ServerPool.TakeWithoutAppAsync(server, test.CancellationToken);
        var findings = new Findings(front);

        await ExpectAllAsync(front.Facts, findings, findings.Gone);

        findings.AssertNone();
    }

    [TestMethod]
    [DynamicData(nameof(FrontServers.Names), typeof(FrontServers))]
    [Timeout(Limits.Test)]
    public async Task Page_WhenDown_IsWhatTheClientTakes(string server)
    {
        await using var front = await ServerPool.TakeAsync(server, test.CancellationToken);
        var findings = new Findings(front);
        await front.SwitchDownAsync();

        await ExpectAllAsync(front.Facts, findings, findings.Down);

        findings.AssertNone();
    }

    private static async Task ExpectAllAsync(ServerFacts facts, Findings findings, PageExpectation page)
    {
        foreach (var (accept, weighted, listed) in Forms)
        {
            var form = Of(facts.Forms, "html", weighted, listed);
            await findings.ExpectAsync(page with { Form = form }, Asking(("Accept", accept)));
        }

        // Nothing of that can be had: each may decide what is better than nothing.
        var picture = await findings.AskAsync(Asking(("Accept", "image/png")));
        var readable =
            picture.Header("Content-Type")?.StartsWith("text/plain", StringComparison.Ordinal) == true ? "text" : "html";
        findings.Expect(page with { Form = readable }, "Accept: image/png", picture);

        foreach (var (accept, weighted, listed) in Languages)
        {
            var culture = Of(facts.Languages, "en", weighted, listed);
            await findings.ExpectAsync(page with { Culture = culture }, Asking(("Accept-Language", accept)));
        }

        foreach (var accept in Encodings)
        {
            await findings.ExpectAsync(
                page with { Encoding = Coding(facts, accept) }, Asking(("Accept-Encoding", accept)));
        }

        await findings.ExpectAsync(
            page with
            {
                Form = Of(facts.Forms, "html", "json", "json"),
                Culture = Of(facts.Languages, "en", "de", "de"),
                HasBody = true,
            },
            new RawRequest("POST", "/shop", ("Accept", "application/json"), ("Accept-Language", "de")) { Body = Requests.Large });
        await findings.ExpectAsync(
            page with { Culture = Of(facts.Languages, "en", "de", "de"), Encoding = Coding(facts, "gzip, br") },
            Asking(("Accept", "text/html"), ("Accept-Language", "de"), ("Accept-Encoding", "gzip, br")));
    }

    private static RawRequest Asking(params (string Name, string? Value)[] headers)
        => new("GET", "/shop", [.. headers.Where(header => header.Value is not null)
            .Select(header => (header.Name, header.Value ?? ""))]);

    private static string Of(Choosing choosing, string without, string weighted, string listed) => choosing switch
    {
        Choosing.None => without,
        Choosing.Listed => listed,
        _ => weighted,
    };

    // The best that the server has, of those that the client does not refuse.
    private static string? Coding(ServerFacts facts, string? accept)
        => facts.Encodings.FirstOrDefault(coding => (accept ?? "").Split(',', StringSplitOptions.TrimEntries)
            .Any(entry => entry.Split(';')[0] == coding && !entry.EndsWith(";q=0", StringComparison.Ordinal)));
}
