using DownPage.Bench;

// dotnet run -c Release --project bench/DownPage.Bench [-- start|publish|pages]
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    stop.Cancel();
};

var wanted = args.Length > 0 ? args : ["start", "publish", "pages"];
Console.WriteLine($"{Environment.ProcessorCount} processors, .NET {Environment.Version}, medians; a ratio compares runs made in turn.");
foreach (var name in wanted)
{
    IBenchmark benchmark = name switch
    {
        "start" => new StartBenchmark(),
        "publish" => new PublishBenchmark(),
        "pages" => new PagesBenchmark(),
        _ => throw new ArgumentException($"There is no benchmark '{name}': start, publish, pages."),
    };
    Console.WriteLine();
    Console.WriteLine(benchmark.Title);
    foreach (var row in await benchmark.RunAsync(stop.Token))
    {
        Console.WriteLine(row);
    }
}
