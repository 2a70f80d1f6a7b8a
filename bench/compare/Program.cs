using System.Text.Json;
using DownPage.Compare;

// dotnet run -c Release --project bench/compare [-- PAGE...]
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    stop.Cancel();
};

var tools = await NodeTools.InstallAsync(stop.Token);
List<PublishedPages> sites = [];
try
{
    foreach (var site in ComparedSite.All)
    {
        Console.WriteLine($"Publishing {site.Asset}");
        sites.Add(await PublishedPages.StartAsync(site, tools, stop.Token));
    }

    var pages = sites.SelectMany(site => site.Pages)
        .Where(page => args.Length == 0 || args.Any(wanted => page.Name.Contains(wanted, StringComparison.OrdinalIgnoreCase)));
    await File.WriteAllTextAsync(
        Path.Combine(tools.Folder, "pages.json"), JsonSerializer.Serialize(pages, JsonSerializerOptions.Web), stop.Token);
    await tools.RunAsync("run.mjs", ["pages.json"], stop.Token);
}
finally
{
    foreach (var site in sites)
        await site.DisposeAsync();
}
