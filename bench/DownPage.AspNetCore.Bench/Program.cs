using BenchmarkDotNet.Running;
using DownPage.AspNetCore.Bench;

// What is to be measured; see bench/README.md.
switch (args.FirstOrDefault())
{
    case "wrk":
        await WrkBenchmark.RunAsync();
        break;
    case "soak":
        await Soak.RunAsync(TimeSpan.FromMinutes(args.Length > 1 ? double.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 10));
        break;
    case "serve":
        await BenchServer.RunAsync(args[1], int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture));
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(OffBenchmark).Assembly).Run(args is ["micro", ..] ? args[1..] : args);
        break;
}
