using DownPage.AspNetCore.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace DownPage.AspNetCore.Tests.Answers;

/// <summary>A site that answers every request with the answer of a state.</summary>
internal sealed class AnswerHost : IDisposable
{
    private readonly IHost host;

    private AnswerHost(IHost host)
    {
        this.host = host;
        Client = host.GetTestClient();
    }

    public static ManualClock Clock { get; } = new(new DateTimeOffset(2026, 11, 21, 3, 0, 0, TimeSpan.Zero));

    public static MaintenanceState Down { get; } = new() { IsDown = true, RetryAfter = TimeSpan.FromMinutes(10) };

    public static PageLibrary NoPages { get; } = new(null, [], new Dictionary<string, PageAsset>(),
        NullLogger.Instance);

    public HttpClient Client { get; }

    /// <param name="state">What holds; null: down, with 10 minutes.</param>
    /// <param name="configure">The options. Their jitter is zero.</param>
    /// <param name="pages">Null: the built-in page.</param>
    /// <param name="app">What comes before.</param>
    /// <param name="services">The app's services.</param>
    /// <param name="message">With a value: an endpoint's own message.</param>
    public static async Task<AnswerHost> StartAsync(
        MaintenanceState? state = null,
        Action<MaintenanceModeOptions>? configure = null,
        PageLibrary? pages = null,
        Action<IApplicationBuilder>? app = null,
        Action<IServiceCollection>? services = null,
        string? message = null)
    {
        var answers = Compose(state, configure, pages);
        return await StartAsync(context => message is null ? answers.WriteAsync(context)
            : answers.WriteAsync(context, message), app, services);
    }

    public static async Task<AnswerHost> StartAsync(
        RequestDelegate answer, Action<IApplicationBuilder>? app = null, Action<IServiceCollection>? services = null)
        => new(await new HostBuilder()
            .ConfigureWebHost(web => web.UseTestServer()
                .ConfigureServices(registered => services?.Invoke(registered))
                .Configure(built =>
                {
                    app?.Invoke(built);
                    built.Run(answer);
                }))
            .StartAsync());

    public static AnswerSet Compose(
        MaintenanceState? state = null, Action<MaintenanceModeOptions>? configure = null, PageLibrary? pages = null,
            TimeProvider? clock = null)
    {
        var options = new MaintenanceModeOptions { RetryAfterJitter = TimeSpan.Zero };
        configure?.Invoke(options);
        return AnswerSet.Compose(pages ?? NoPages, options, state ?? Down, clock ?? Clock);
    }

    /// <param name="method">The method.</param>
    /// <param name="path">The path.</param>
    /// <param name="headers">Each as "Name: value".</param>
    public Task<HttpResponseMessage> SendAsync(string method, string path, params string[] headers)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        foreach (var header in headers)
        {
            var end = header.IndexOf(':', StringComparison.Ordinal);
            var (name, value) = (header[..end], header[(end + 1)..].Trim());
            if (name.StartsWith("Content-", StringComparison.OrdinalIgnoreCase))
            {
                request.Content ??= new ByteArrayContent([]);
                request.Content.Headers.TryAddWithoutValidation(name, value);
            }
            else
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return Client.SendAsync(request, HttpCompletionOption.ResponseContentRead);
    }

    public Task<HttpResponseMessage> GetAsync(params string[] headers) => SendAsync("GET", "/orders", headers);

    public static string? Header(HttpResponseMessage response, string name)
        => response.Headers.TryGetValues(name, out var values)
            || response.Content.Headers.TryGetValues(name, out values)
            ? string.Join(", ", values)
            : null;

    public void Dispose()
    {
        Client.Dispose();
        host.Dispose();
    }
}
