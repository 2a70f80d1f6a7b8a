using System.Net;
using System.Security.Cryptography.X509Certificates;
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

    /// <param name="answer">What it answers.</param>
    /// <param name="certificate">Null: it speaks HTTP.</param>
    public static async Task<HostileServer> StartAsync(RequestDelegate answer, X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listener =>
        {
            if (certificate is not null)
            {
                listener.UseHttps(certificate);
            }
        }));
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
