using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DownPage.Tool.Tests.Remote;

/// <summary>Something that answers where the endpoint is expected, as a test says.</summary>
internal sealed class HostileServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private HostileServer(WebApplication app) => this.app = app;

    public string Url => app.Urls.First() + "/maintenance-mode";

    /// <summary>The header of each request.</summary>
    public List<string> Authorizations { get; } = [];

    public static async Task<HostileServer> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new HostileServer(app);
        app.Run(context =>
        {
            lock (server.Authorizations)
            {
                server.Authorizations.Add(context.Request.Headers.Authorization.ToString());
            }

            return answer(context);
        });
        await app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
