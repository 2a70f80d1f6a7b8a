using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace DownPage.AspNetCore.Bench;

/// <summary>A pipeline without a server, and a request that it is asked again and again.</summary>
internal sealed class Pipeline : IDisposable
{
    private readonly ServiceProvider services;
    private readonly RequestDelegate run;

    /// <param name="options">Maintenance mode; null: a pipeline without it.</param>
    /// <param name="last">What answers where nobody did before.</param>
    public Pipeline(Action<MaintenanceModeOptions>? options, RequestDelegate last)
    {
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        collection.AddSingleton<IHostEnvironment>(new Environment());
        if (options is not null)
        {
            collection.AddMaintenanceMode(options);
        }

        services = collection.BuildServiceProvider();
        var app = new ApplicationBuilder(services);
        if (options is not null)
        {
            app.UseMaintenanceMode();
        }

        app.Run(last);
        run = app.Build();
    }

    public Task RunAsync(HttpContext context) => run(context);

    public HttpContext Request(string path)
    {
        var context = new DefaultHttpContext { RequestServices = services };
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Stream.Null));
        context.Request.Method = "GET";
        context.Request.Scheme = "http";
        context.Request.Host = new HostString("localhost");
        context.Request.Path = path;
        context.Request.Headers.Accept = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
        context.Request.Headers.AcceptEncoding = "gzip, deflate, br, zstd";
        context.Request.Headers.AcceptLanguage = "en-US,en;q=0.9";
        context.Connection.RemoteIpAddress = System.Net.IPAddress.Parse("198.51.100.7");
        return context;
    }

    public void Dispose() => services.Dispose();

    private sealed class Environment : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = "Production";

        public string ApplicationName { get; set; } = "Bench";

        public string ContentRootPath { get; set; } = Path.GetTempPath();

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
