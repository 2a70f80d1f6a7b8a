using System.Text.RegularExpressions;
using DownPage.Testing;

namespace DownPage.Packages.Tests.Publishing;

/// <summary>
/// The pages of a plain <c>dotnet publish</c> of SmallSite: what every other kind of publish is held against.
/// </summary>
internal static partial class PlainPublish
{
    /// <summary>The asset.</summary>
    public const string Site = "SmallSite";

    /// <summary>A restore, a build and a publish, on a machine that is doing something else as well.</summary>
    public const int TestTimeoutMilliseconds = 300_000;

    private static readonly TimeSpan Timeout = TimeSpan.FromMilliseconds(TestTimeoutMilliseconds);

    // Nobody's cancellation ends it: the other tests wait for it as well.
    private static readonly Lazy<Task<IReadOnlyDictionary<string, byte[]>>> Pages = new(PublishAsync);

    /// <summary>
    /// Asserts that a publish said no warning, left exactly the pages of the plain one, and printed one summary line.
    /// </summary>
    public static async Task AssertSameAsync(PublishedSite published, CancellationToken cancellationToken)
    {
        Assert.IsEmpty(published.Result.Diagnostics, published.Result.ToString());
        await AssertSamePagesAsync(published, cancellationToken);
    }

    /// <summary>The same for a publish of which the SDK itself has something to say.</summary>
    public static async Task AssertSamePagesAsync(PublishedSite published, CancellationToken cancellationToken)
    {
        Assert.AreEqual(0, published.Result.ExitCode, published.Result.ToString());
        var pages = await Pages.Value.WaitAsync(cancellationToken);
        Assert.AreSequenceEqual(pages.Keys.Order(StringComparer.Ordinal), published.DownPageFiles);
        foreach (var (file, bytes) in pages)
            Assert.AreSequenceEqual(bytes, published.PageBytes(file), $"'{file}' is another page.");

        AssertOneSummary(published.Result);
        Assert.IsEmpty(published.Files.Where(file => file.EndsWith(".cshtml", StringComparison.Ordinal)));
    }

    /// <summary>Asserts that there is one line that says what was made.</summary>
    public static void AssertOneSummary(DotnetResult result) =>
        Assert.ContainsSingle(line => Summary().IsMatch(line), result.Lines, result.ToString());

    private static async Task<IReadOnlyDictionary<string, byte[]>> PublishAsync()
    {
        using var timeout = new CancellationTokenSource(Timeout);
        using TestSite site = await TestSite.CreateAsync(Site, timeout.Token);
        var published = await site.PublishAsync(timeout.Token);
        published.Result.EnsureSuccess();
        return published.DownPageFiles.ToDictionary(file => file, published.PageBytes, StringComparer.Ordinal);
    }

    [GeneratedRegex(@"^\s*(\d+>)?SmallSite -> 2 down pages in _downpage/, [0-9.]+ KB, [0-9]+\.[0-9] s$")]
    private static partial Regex Summary();
}
