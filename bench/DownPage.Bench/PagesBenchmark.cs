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

    public string Title => "1, 10, 100 and 1,000 pages of the MVC site in one process (25 views x up to 40 cultures)";

    public async Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancellationToken)
    {
        using var site = await TestSite.CreateAsync("MvcSite", cancellationToken);
        foreach (var view in Enumerable.Range(0, Views))
        {
            site.WriteFile($"Views/Many/Page{view}.cshtml", site.ReadFile("Views/Errors/502.cshtml"));
        }

        (await site.BuildAsync(cancellationToken)).EnsureSuccess();
        List<Measured> all = [];
        foreach (var (views, cultures) in new[] { (1, 1), (10, 1), (25, 4), (25, 40) })
        {
            all.Add(await PrepareAsync(site, views, cultures, cancellationToken));
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
            $"{measured.Pages} page(s), peak {measured.Megabytes.Median:0} MB", measured.Seconds, Compare(measured, all[0])))];
    }

    private static string Compare(Measured measured, Measured one) => measured == one
        ? "at most 0.2 ms a page at 1,000, +64 MB"
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{measured.Seconds.DifferenceTo(one.Seconds) * 1000 / (measured.Pages - 1):0.00} ms a page beyond the first, +{measured.Megabytes.Median - one.Megabytes.Median:0} MB");

    // Each with a request of its own, so that all can be measured in turn.
    private static async Task<Measured> PrepareAsync(TestSite site, int views, int cultures, CancellationToken cancellationToken)
    {
        var items = new StringBuilder("<Project><ItemGroup><DownPage Remove=\"@(DownPage)\" />");
        foreach (var view in Enumerable.Range(0, views))
        {
            items.Append(CultureInfo.InvariantCulture, $"<DownPage Include=\"Views/Many/Page{view}.cshtml\" StatusCode=\"502\" Phone=\"1\" Cultures=\"{string.Join(';', Cultures.Take(cultures))}\" />");
        }

        site.WriteFile("Directory.Build.targets", items.Append("</ItemGroup></Project>").ToString());
        var published = await site.PublishAsync(cancellationToken, "--no-build", Renderer.Telling);
        published.Result.EnsureSuccess();
        return new Measured(views * cultures, new Renderer(site, published), new Series(), new Series());
    }

    private sealed record Measured(int Pages, Renderer Renderer, Series Seconds, Series Megabytes);
}
