using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DownPage.Tool.Tests.Remote;

/// <summary>An app on Kestrel, with the endpoint for the operator <c>deploy</c>, who has <see cref="Secret"/>.</summary>
internal sealed class RemoteSite : IAsyncDisposable
{
    public const string Secret = "o9LrS1Yt0kV3mQZpXh2cWbN7uJ4aGeTd5fRiKsPqEwM";

    private readonly WebApplication app;
    private readonly TempFolder folder;

    private RemoteSite(WebApplication app, TempFolder folder)
    {
        this.app = app;
        this.folder = folder;
    }

    public string Address => app.Urls.First();

    public string Url => Address + "/maintenance-mode";

    public string Root => folder.Root;

    public string DownFile => folder.PathOf("maintenance.json");

    /// <summary>Runs before the app answers.</summary>
    public Func<HttpContext, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <param name="settings">Keys of <c>MaintenanceMode</c>, each with a value.</param>
    public static async Task<RemoteSite> StartAsync(params (string Key, string Value)[] settings)
    {
        var folder = new TempFolder();
        folder.Write("appsettings.json", "{}");
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = folder.Root });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(Secret)));
        (string Key, string Value)[] all =
        [
            ("PollInterval", "00:00:00.2"),
            ("Endpoint:TokenHashes:deploy", hash),
            ("Endpoint:ChangesPerMinute", 10_000.ToString(CultureInfo.InvariantCulture)),
            .. settings,
        ];
        builder.Configuration.AddInMemoryCollection(
            all.GroupBy(pair => pair.Key)
                .Select(pair => KeyValuePair.Create("MaintenanceMode:" + pair.Key, (string?)pair.Last().Value)));
        builder.Services.AddMaintenanceMode();
        var app = builder.Build();
        var site = new RemoteSite(app, folder);
        app.Use(async (context, next) =>
        {
            await site.Before(context);
            await next(context);
        });
        app.UseMaintenanceMode();
        app.MapMaintenanceMode().RequireOperatorToken();
        app.MapGet("/", () => "open");
        await app.StartAsync();
        return site;
    }

    public Task<ToolRun> RunAsync(CancellationToken cancellationToken, params string[] arguments)
        => RemoteRun.RunAsync(Url, Secret, cancellationToken, arguments);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        folder.Dispose();
    }
}
