using System.Diagnostics;
using System.Globalization;
using System.Net;
using DownPage.FrontEnds.Tests.Programs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DownPage.FrontEnds.Tests.Caddy;

/// <summary>A Caddy that runs with awkward values, and replaces what the app itself says.</summary>
[TestClass]
public sealed class CaddyRunTests(TestContext test)
{
    private const string Json = """{"group":"a","max_age":1}""";

    [TestMethod]
    [Timeout(120_000, CooperativeCancellation = true)]
    public async Task Run_WithAwkwardValuesAndIntercepting_ShowsThePagesAndSendsTheHeaders()
    {
        if (!CaddyFile.CanRun)
        {
            Assert.Inconclusive("There is no caddy on this machine.");
        }

        using var folder = new TempFolder();
        var options = new FrontEndOptions
        {
            Servers = ["caddy"],
            DeployRoot = folder.PathOf("my \"größte\" shop; abc $HOME #1 100%"),
            Bypass = ["/health {check}"],
            Intercept = true,
            Headers = [new("Report-To", Json), new("X-Path", @"C:\pages")],
        };
        var site = Sample.Site(options);
        foreach (var page in site.Pages.SelectMany(page => page.Files))
        {
            Write(Path.Combine(site.PagesRoot, page.Path), page.Read());
        }

        foreach (var file in FrontEndSet.Find("caddy")?.Write(site) ?? [])
        {
            Write(folder.PathOf(file.Path), file.Content.ToArray());
        }

        await using var app = await AppAsync();
        var port = RunningServer.FreePort().ToString(CultureInfo.InvariantCulture);
        using var caddy = Start(folder, port, new Uri(app.Urls.Single()).Authority);
        try
        {
            using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
            await UntilItListensAsync(client);

            var own = await client.GetAsync("/503", test.CancellationToken);
            Assert.AreEqual(HttpStatusCode.ServiceUnavailable, own.StatusCode);
            Assert.Contains("503.html", await own.Content.ReadAsStringAsync(test.CancellationToken));
            Assert.AreEqual(Json, Assert.ContainsSingle(own.Headers.GetValues("Report-To")));
            Assert.AreEqual(@"C:\pages", Assert.ContainsSingle(own.Headers.GetValues("X-Path")));
            Assert.AreEqual("app 500", await client.GetStringOfAsync("/500", test.CancellationToken), "not replaced");

            Write(site.FlagFile, []);
            Assert.Contains("503.html", await client.GetStringOfAsync("/", test.CancellationToken));
            Assert.AreEqual("app 200", await client.GetStringOfAsync("/HEALTH%20%7Bcheck%7D", test.CancellationToken));
            File.Delete(site.FlagFile);
            Assert.AreEqual("app 200", await client.GetStringOfAsync("/", test.CancellationToken));
        }
        finally
        {
            caddy.Kill();
            await caddy.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static void Write(string path, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? "");
        File.WriteAllBytes(path, content);
    }

    /// <summary>An app that answers <c>/503</c> with 503, and everything else with 200.</summary>
    private async Task<WebApplication> AppAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(context =>
        {
            var status = int.TryParse(context.Request.Path.Value?[1..], out var wanted) ? wanted : 200;
            context.Response.StatusCode = status;
            return context.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"app {status}"));
        });
        await app.StartAsync(test.CancellationToken);
        return app;
    }

    private static Process Start(TempFolder folder, string port, string app)
    {
        var config = folder.Write("Caddyfile", $$"""
            {
                admin off
                auto_https off
            }
            http://127.0.0.1:{{port}} {
                import caddy/downpage.caddy
                reverse_proxy {{app}} {
                    import caddy/downpage-intercept.caddy
                }
            }
            """);
        var start = new ProcessStartInfo("caddy", ["run", "--adapter", "caddyfile", "--config", config])
        {
            WorkingDirectory = folder.Root,
            RedirectStandardError = true,
        };
        start.Environment["HOME"] = start.Environment["XDG_DATA_HOME"] = start.Environment["XDG_CONFIG_HOME"] = folder.Root;
        var process = Process.Start(start) ?? throw new InvalidOperationException("caddy did not start.");
        process.BeginErrorReadLine();
        return process;
    }

    private async Task UntilItListensAsync(HttpClient client)
    {
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync("/", test.CancellationToken);
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(50, test.CancellationToken);
            }
        }
    }
}
