using System.Net;
using DownPage.AspNetCore.Passing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DownPage.AspNetCore.Tests.Passing;

/// <summary>
/// A site with a gate in front of its endpoints, as the middleware has it: what is refused is never run.
/// </summary>
internal sealed class GateSite : IAsyncDisposable
{
    /// <summary>The request header with the address that the connection is to have; none: 192.0.2.1.</summary>
    public const string Connection = "X-Test-Connection";

    private readonly WebApplication app;

    private GateSite(WebApplication app, RecordingLogger log)
    {
        this.app = app;
        Log = log;
        Client = app.Services.GetRequiredService<IServer>() is TestServer server
            ? server.CreateClient()
            : new HttpClient();
    }

    public RecordingLogger Log { get; }

    public HttpClient Client { get; }

    /// <summary>Of Kestrel.</summary>
    public Uri Address => new(app.Urls.Single());

    public static async Task<GateSite> StartAsync(
        Action<MaintenanceModeOptions>? set = null,
        MaintenanceState? state = null,
        Action<IServiceCollection>? services = null,
        Action<WebApplication>? before = null,
        Action<WebApplication>? map = null,
        bool kestrel = false)
    {
        var log = new RecordingLogger();
        var builder = WebApplication.CreateSlimBuilder();
        if (kestrel)
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
        }
        else
        {
            builder.WebHost.UseTestServer();
        }

        builder.Logging.ClearProviders().AddProvider(log);
        services?.Invoke(builder.Services);
        var app = builder.Build();

        // WebApplication would put UseAuthentication before everything else.
        ((IApplicationBuilder)app).Properties["__AuthenticationMiddlewareSet"] = true;
        app.Use(ConnectFrom);
        before?.Invoke(app);
        app.UseRouting();
        var gate = Asked.Gate(set, state, app.Services);
        app.Use((context, next) => DecideAsync(context, next, gate));
        map?.Invoke(app);
        app.MapGet("/{**any}", () => "app");
        app.MapPost("/{**any}", () => "app");
        await app.StartAsync();
        return new GateSite(app, log);
    }

    /// <summary>What became of the request: Pass, PassInsider, Person, Refuse.</summary>
    public async Task<string> AskAsync(string path, string method = "GET", params (string Name, string Value)[] headers)
    {
        using var response = await SendAsync(path, method, headers);
        return response.Headers.GetValues("X-Verdict").Single();
    }

    public async Task<HttpResponseMessage> SendAsync(
        string path, string method = "GET", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Client.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }

    private static Task ConnectFrom(HttpContext context, RequestDelegate next)
    {
        var address = context.Request.Headers[Connection] is [{ } said] ? said : "192.0.2.1";
        context.Connection.RemoteIpAddress = IPAddress.Parse(address);
        return next(context);
    }

    private static async Task DecideAsync(HttpContext context, RequestDelegate next, RequestGate gate)
    {
        var verdict = gate.Check(context, context.GetEndpoint());
        var said = verdict.ToString();
        if (verdict == GateVerdict.AskPerson)
        {
            said = await gate.AllowsPersonAsync(context) ? "Person" : "Refuse";
        }
        else if (verdict != GateVerdict.Refuse && gate.SignsOutThosePassing)
        {
            await gate.AllowsPersonAsync(context);
        }

        context.Response.Headers["X-Verdict"] = said;
        context.Response.Headers["X-User"] = context.User.Identity?.Name ?? "nobody";
        if (said != "Refuse")
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = 503;
    }
}
