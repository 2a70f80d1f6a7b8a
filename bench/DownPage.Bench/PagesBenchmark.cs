using System.Globalization;
using System.Text;
using DownPage.Testing;

namespace DownPage.Bench;

/// <summary>What further pages cost: 25 views in up to 40 cultures, in one process.</summary>
internal sealed class PagesBenchmark : IBenchmark
{
    private const int Runs = 11;
    private const int Views = 25;

    private static readonly string[] Cultures =
    [
        "en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "sk", "hu", "ro", "bg", "el", "tr", "ru",
        "uk", "he", "ar", "fa", "hi", "th", "vi", "id", "ms", "ko", "ja", "zh-Hans", "zh-Hant", "et", "lv", "lt", "sl", "hr", "sr", "ca",
    ];

    // The README's.
    private const string PlainView =
        """
        @{ ViewData["Title"] = "We will be right back"; }
        <h1>@ViewData["Title"]</h1>
        <p>The shop does not answer at the moment (@ViewData["StatusCode"], @ViewData["ReasonPhrase"]). Your cart is safe.</p>
        """;

    // Rich: with a section, links, and an image with a version.
    private static readonly (string Kind, int Views, int Cultures, bool IsAlone)[] Sizes =
    [
        ("Plain", 1, 1, true), ("Plain", 10, 1, true), ("Plain", 25, 4, true), ("Plain", 25, 40, true), ("Rich", 25, 40, true),
        ("Plain", 1, 1, false), ("Plain", 25, 40, false), ("Rich", 25, 40, false),
    ];

    public string Title => "1, 10, 100 and 1,000 pages of the MVC site in one process (25 views x up to 40 cultures)";

    public async Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancellationToken)
    {
        using var site = await TestSite.CreateAsync("MvcSite", cancellationToken);
        foreach (var view in Enumerable.Range(0, Views))
        {
            site.WriteFile($"Views/Plain/Page{view}.cshtml", PlainView);
            site.WriteFile($"Views/Rich/Page{view}.cshtml", site.ReadFile("Views/Errors/502.cshtml"));
        }

        (await site.BuildAsync(cancellationToken)).EnsureSuccess();
        List<Measured> all = [];
        foreach (var (kind, views, cultures, isAlone) in Sizes)
        {
            all.Add(await PrepareAsync(site, kind, (views, cultures), isAlone, cancellationToken));
        }

        for (var run = -1; run < Runs; run++)
        {
            foreach (var measured in all)
            {
                var (seconds, megabytes) = await measured.Renderer.RunAsync(cancellationToken);
                if (run >= 0)
                {
                    measured.Seconds.Add(seconds);
                    measured.Megabytes.Add(megabytes);
                }
            }
        }

        return [.. all.Select(measured => Row.Seconds(
            $"{measured.Pages} page(s), {measured.Kind} view, {(measured.IsAlone ? "alone" : "linked")}, peak {measured.Megabytes.Median:0} MB",
            measured.Seconds,
            Compare(measured, all.First(one => one.Pages == 1 && one.IsAlone == measured.IsAlone))))];
    }

    private static string Compare(Measured measured, Measured one) => measured == one
        ? measured.IsAlone ? "at most 10 ms a page at 1,000" : "at most 0.2 ms a page at 1,000, +64 MB"
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{measured.Seconds.DifferenceTo(one.Seconds) * 1000 / (measured.Pages - 1):0.00} ms a page beyond the first, +{measured.Megabytes.Median - one.Megabytes.Median:0} MB");

    // Each with a request of its own, so that all can be measured in turn.
    private static async Task<Measured> PrepareAsync(
        TestSite site, string kind, (int Views, int Cultures) size, bool isAlone, CancellationToken cancellationToken)
    {
        var (views, cultures) = size;
        var items = new StringBuilder("<Project><ItemGroup><DownPage Remove=\"@(DownPage)\" />");
        foreach (var view in Enumerable.Range(0, views))
        {
            items.Append(CultureInfo.InvariantCulture, $"<DownPage Include=\"Views/{kind}/Page{view}.cshtml\" StatusCode=\"502\" Phone=\"1\" Cultures=\"{string.Join(';', Cultures.Take(cultures))}\" />");
        }

        site.WriteFile("Directory.Build.targets", items.Append("</ItemGroup></Project>").ToString());
        var published = await site.PublishAsync(
            cancellationToken, ["--no-build", Renderer.Telling, .. isAlone ? Renderer.Alone : Renderer.Linked]);
        published.Result.EnsureSuccess();
        return new Measured(kind, views * cultures, isAlone, new Renderer(site, published), new Series(), new Series());
    }

    private sealed record Measured(string Kind, int Pages, bool IsAlone, Renderer Renderer, Series Seconds, Series Megabytes);
}
