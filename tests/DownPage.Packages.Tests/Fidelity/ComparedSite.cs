using System.Text.Json;
using DownPage.Testing;

namespace DownPage.Packages.Tests.Fidelity;

/// <summary>
/// A site that was published once and whose published app is running: what was built, beside what is answered.
/// </summary>
internal sealed class ComparedSite : IAsyncDisposable
{
    /// <summary>
    /// A publish of one site and the start of its app, on a machine that is doing something else as well.
    /// </summary>
    public const int StartTimeoutMilliseconds = 300_000;

    /// <summary>One request.</summary>
    public const int TestTimeoutMilliseconds = 60_000;

    // The rendered bytes alone: what is made of them afterwards is nothing that the app answers.
    private static readonly string[] Linked =
        ["-p:DownPageSelfContained=false", "-p:DownPageCompress=false", "-p:DownPageFormats=html"];

    private readonly TestSite site;
    private readonly RunningSite running;

    private ComparedSite(TestSite site, PublishedSite published, RunningSite running)
    {
        this.site = site;
        Published = published;
        this.running = running;
    }

    public PublishedSite Published { get; }

    /// <summary>Publishes a site and starts its app.</summary>
    /// <param name="name">The test asset.</param>
    /// <param name="cancellationToken">Ends both.</param>
    /// <param name="appEnvironment">Variables for the running app, not for the publish.</param>
    public static async Task<ComparedSite> StartAsync(
        string name, CancellationToken cancellationToken, params (string Name, string Value)[] appEnvironment)
    {
        var site = await TestSite.CreateAsync(name, cancellationToken);
        try
        {
            var published = await site.PublishAsync(cancellationToken, Linked);
            published.Result.EnsureSuccess();
            var environment = appEnvironment.ToDictionary(variable => variable.Name, variable => variable.Value);
            return new ComparedSite(
                site, published, await RunningSite.StartAsync(published, environment, cancellationToken));
        }
        catch
        {
            site.Keep();
            site.Dispose();
            throw;
        }
    }

    /// <summary>Asserts that a page has the bytes that the app answers.</summary>
    /// <param name="page">The page, relative to <c>_downpage</c>.</param>
    /// <param name="route">Where the app renders the same view, and with which status.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <param name="headers">Request headers.</param>
    public Task AssertSameBytesAsync(
        string page, (string Path, int Status) route, CancellationToken cancellationToken,
        params (string Name, string Value)[] headers) =>
        AssertSameAsync(page, route, bytes => bytes, headers, cancellationToken);

    /// <summary>
    /// Asserts the same of everything but the values of antiforgery tokens, which belong to one visitor.
    /// </summary>
    public Task AssertSameBytesWithoutTokensAsync(
        string page, (string Path, int Status) route, CancellationToken cancellationToken) =>
        AssertSameAsync(page, route, AntiforgeryToken.Remove, [], cancellationToken);

    /// <summary>
    /// Asserts that the publish printed no error, no warning, and made these files, the manifest aside.
    /// </summary>
    public void AssertPages(params string[] files) => AssertPagesWithWarnings([], files);

    /// <summary>Asserts that the publish printed these warnings, and made these files, the manifest aside.</summary>
    public void AssertPagesWithWarnings(string[] codes, params string[] files)
    {
        try
        {
            Assert.IsEmpty(Published.Result.Errors, Published.Result.ToString());
            Assert.AreSequenceEqual(
                codes, Published.Result.Warnings.Select(warning => warning.Code), Published.Result.ToString());
            Assert.AreSequenceEqual(
                files.Append("downpages.json").Order(StringComparer.Ordinal), Published.DownPageFiles);
        }
        catch (AssertFailedException)
        {
            site.Keep();
            throw;
        }
    }

    /// <summary>Asserts that another publish of what is built makes the same pages, byte for byte.</summary>
    /// <param name="property">How it is published, such as <c>DownPageHost=App</c>.</param>
    /// <param name="cancellationToken">Ends the publish.</param>
    public async Task AssertSamePagesWithAsync(string property, CancellationToken cancellationToken)
    {
        var again = await site.PublishAsync(
            cancellationToken,
            ["--no-build", "-o", Path.Combine(site.Root, "publish-again"), $"-p:{property}", .. Linked]);
        try
        {
            again.Result.EnsureSuccess();
            Assert.AreSequenceEqual(Published.DownPageFiles, again.DownPageFiles);
            foreach (var file in Published.DownPageFiles)
                PageBytes.AssertSame(Published.PageBytes(file), again.PageBytes(file), file);
        }
        catch
        {
            site.Keep();
            throw;
        }
    }

    /// <summary>The manifest's entry of a page.</summary>
    public JsonElement ManifestEntry(string file)
    {
        using var manifest = Published.Manifest;
        return manifest.RootElement.GetProperty("pages").EnumerateArray()
            .Single(page => page.GetProperty("file").GetString() == file)
            .Clone();
    }

    public async ValueTask DisposeAsync()
    {
        await running.DisposeAsync();
        site.Dispose();
    }

    private async Task AssertSameAsync(
        string page,
        (string Path, int Status) route,
        Func<byte[], byte[]> comparable,
        (string Name, string Value)[] headers,
        CancellationToken cancellationToken)
    {
        try
        {
            var answer = await running.GetAsync(route.Path, cancellationToken, headers);
            // Else two error pages might be found to be the same.
            Assert.AreEqual(route.Status, answer.StatusCode, $"GET {route.Path}\n{answer.Text}\n{running.Output}");
            Assert.AreEqual("text/html; charset=utf-8", answer.ContentType);
            PageBytes.AssertSame(comparable(answer.Body), comparable(Published.PageBytes(page)), page);
            Assert.AreEqual(route.Status, ManifestEntry(page).GetProperty("statusCode").GetInt32());
        }
        catch
        {
            site.Keep();
            throw;
        }
    }
}
