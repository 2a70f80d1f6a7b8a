using System.Globalization;
using System.Text;
using DownPage.Testing;

namespace DownPage.Bench;

/// <summary>What further pages cost: 25 views in up to 40 cultures, in one process.</summary>
internal sealed class PagesBenchmark : IBenchmark
{
    private const int Runs = 7;
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
        var rows = new List<Row>();
        Measured? one = null;
        foreach (var (views, cultures) in new[] { (1, 1), (10, 1), (25, 4), (25, 40) })
        {
            var measured = await MeasureAsync(site, views, cultures, cancellationToken);
            one ??= measured;
            rows.Add(Row.Seconds($"{views * cultures} page(s), peak {measured.Megabytes:0} MB", measured.Seconds, Compare(measured, one)));
        }

        return rows;
    }

    private static string Compare(Measured measured, Measured one) => measured == one
        ? ""
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{(measured.Seconds.Median - one.Seconds.Median) * 1000 / (measured.Pages - 1):0.00} ms a page beyond the first, +{measured.Megabytes - one.Megabytes:0} MB");

    private static async Task<Measured> MeasureAsync(TestSite site, int views, int cultures, CancellationToken cancellationToken)
    {
        var items = new StringBuilder("<Project><ItemGroup><DownPage Remove=\"@(DownPage)\" />");
        foreach (var view in Enumerable.Range(0, views))
        {
            items.Append(CultureInfo.InvariantCulture, $"<DownPage Include=\"Views/Many/Page{view}.cshtml\" StatusCode=\"502\" Phone=\"1\" Cultures=\"{string.Join(';', Cultures.Take(cultures))}\" />");
        }

        site.WriteFile("Directory.Build.targets", items.Append("</ItemGroup></Project>").ToString());
        var published = await site.PublishAsync(cancellationToken, "--no-build", Renderer.Telling);
        published.Result.EnsureSuccess();
        var renderer = new Renderer(site, published);
        var seconds = new Series();
        var megabytes = new Series();
        for (var run = -1; run < Runs; run++)
        {
            var (elapsed, peak) = await renderer.RunAsync(cancellationToken);
            if (run >= 0)
            {
                seconds.Add(elapsed);
                megabytes.Add(peak);
            }
        }

        return new Measured(views * cultures, seconds, megabytes.Median);
    }

    private sealed record Measured(int Pages, Series Seconds, double Megabytes);
}
