using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace DownPage.AspNetCore.Bench;

/// <summary>
/// Requests a second under wrk, pairs in turn: off against without (wanted: 0.99), on against a bare handler of the
/// same bytes (wanted: 0.97). The ratio is the median of the pairs' ratios.
/// </summary>
internal static partial class WrkBenchmark
{
    private const int Pairs = 9;
    private const string Seconds = "4s";

    public static async Task RunAsync()
    {
        await CompareAsync("without", 5101, "off", 5102);
        await CompareAsync("bare", 5103, "on", 5104);
    }

    private static async Task CompareAsync(string baseline, int baselinePort, string subject, int subjectPort)
    {
        using var first = Serve(baseline, baselinePort);
        using var second = Serve(subject, subjectPort);
        try
        {
            await ListeningAsync(baselinePort);
            await ListeningAsync(subjectPort);
            await MeasureAsync(baselinePort);
            await MeasureAsync(subjectPort);
            var ratios = new List<double>();
            var rates = new List<(double Baseline, double Subject)>();
            for (var i = 0; i < Pairs; i++)
            {
                // Who goes first takes turns, too: a machine that slows down is no one's fault.
                var (one, other) = i % 2 == 0 ? (baselinePort, subjectPort) : (subjectPort, baselinePort);
                var a = await MeasureAsync(one);
                var b = await MeasureAsync(other);
                var (before, after) = i % 2 == 0 ? (a, b) : (b, a);
                ratios.Add(after / before);
                rates.Add((before, after));
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{subject}: {Median(ratios):F3} of {baseline} ({ratios.Min():F3} to {ratios.Max():F3}); {Median(rates.ConvertAll(rate => rate.Subject)):F0} against {Median(rates.ConvertAll(rate => rate.Baseline)):F0} requests a second"));
        }
        finally
        {
            first.Kill();
            second.Kill();
        }
    }

    private static Process Serve(string kind, int port)
        => Process.Start(new ProcessStartInfo(
            Environment.ProcessPath!, ["serve", kind, port.ToString(CultureInfo.InvariantCulture)]))!;

    private static async Task ListeningAsync(int port)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                using var probe = new TcpClient();
                await probe.ConnectAsync("127.0.0.1", port);
                return;
            }
            catch (SocketException) when (tries < 300)
            {
                await Task.Delay(100);
            }
        }
    }

    private static async Task<double> MeasureAsync(int port)
    {
        using var wrk = Process.Start(new ProcessStartInfo(
            "wrk",
            ["-t1", "-c32", "-d", Seconds, "-H", "Accept: text/html,*/*;q=0.8", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/")])
        {
            RedirectStandardOutput = true,
        })!;
        var output = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        return double.Parse(Rate().Match(output).Groups["rate"].Value, CultureInfo.InvariantCulture);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    [GeneratedRegex(@"Requests/sec:\s+(?<rate>[0-9.]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Rate();
}
