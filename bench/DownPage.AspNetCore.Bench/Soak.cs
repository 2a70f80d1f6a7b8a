using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DownPage.AspNetCore.Bench;

/// <summary>
/// 32 connections ask without a pause while the state flips: every answer must be wholly the app's or wholly the page,
/// and memory must not grow. Prints requests, flips, what was wrong, and the memory of each minute.
/// </summary>
internal static class Soak
{
    private const int Connections = 32;
    private const string AppBody = "the app, from its first byte to its last";

    public static async Task RunAsync(TimeSpan duration)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddMaintenanceMode(_ => { }).UseMemory();
        await using var app = builder.Build();
        app.UseMaintenanceMode();
        app.Run(context => context.Response.WriteAsync(AppBody));
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

        using var end = new CancellationTokenSource(duration);
        var count = new SoakCount();
        var maintenance = app.Services.GetRequiredService<IMaintenanceMode>();
        Task[] work =
        [
            FlipAsync(maintenance, count, end.Token),
            ReportAsync(count, end.Token),
            .. Enumerable.Range(0, Connections).Select(_ => Task.Run(() => AskAsync(new Uri(address), count, end.Token))),
        ];
        await Task.WhenAll(work);
        Console.WriteLine(count);
        Environment.ExitCode = count.Wrong == 0 ? 0 : 1;
    }

    private static async Task FlipAsync(IMaintenanceMode maintenance, SoakCount count, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            await maintenance.EnterAsync(new MaintenanceRequest { Message = "soak" }, CancellationToken.None);
            await PauseAsync(end);
            await maintenance.LeaveAsync(cancellationToken: CancellationToken.None);
            await PauseAsync(end);
            count.Flipped();
        }
    }

    private static async Task PauseAsync(CancellationToken end)
        => await Task.Delay(20, end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private static async Task AskAsync(Uri address, SoakCount count, CancellationToken end)
    {
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 1 });
        while (!end.IsCancellationRequested)
        {
            try
            {
                using var response = await client.GetAsync(address, CancellationToken.None);
                var body = await response.Content.ReadAsStringAsync(CancellationToken.None);
                count.Answered(response.StatusCode switch
                {
                    HttpStatusCode.OK => body == AppBody,
                    HttpStatusCode.ServiceUnavailable => body.Contains("soak", StringComparison.Ordinal) && response.Headers.RetryAfter is not null,
                    _ => false,
                });
            }
            catch (HttpRequestException)
            {
                count.Answered(right: false);
            }
        }
    }

    private static async Task ReportAsync(SoakCount count, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromMinutes(1), end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            GC.Collect();
            using var self = Process.GetCurrentProcess();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{count}; {GC.GetTotalMemory(forceFullCollection: true) / 1024.0:F0} KB on the heap, {self.WorkingSet64 / 1048576.0:F0} MB"));
        }
    }
}
