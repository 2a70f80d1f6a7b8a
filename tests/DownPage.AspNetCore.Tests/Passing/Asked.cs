using System.Net;
using DownPage.AspNetCore.Passing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DownPage.AspNetCore.Tests.Passing;

/// <summary>A gate and a request for it.</summary>
internal static class Asked
{
    public static MaintenanceState Down { get; } = new() { IsDown = true, Source = MaintenanceSource.Configuration };

    public static RequestGate Gate(
        Action<MaintenanceModeOptions>? set = null, MaintenanceState? state = null, IServiceProvider? services = null)
    {
        var options = new MaintenanceModeOptions();
        set?.Invoke(options);
        return RequestGate.Compile(options, state ?? Down, services ?? new ServiceCollection().BuildServiceProvider());
    }

    public static HttpContext Request(
        string path = "/", string method = "GET", string host = "example.org", string? address = null)
    {
        var context = new DefaultHttpContext();
        context.Request.Path = new PathString(path);
        context.Request.Method = method;
        context.Request.Host = new HostString(host);
        context.Request.Scheme = "https";
        context.Connection.RemoteIpAddress = address is null ? null : IPAddress.Parse(address);
        return context;
    }

    public static HttpContext With(this HttpContext context, string header, string value)
    {
        context.Request.Headers[header] = value;
        return context;
    }

    public static GateVerdict Check(
        this RequestGate gate, string path, string method = "GET", Endpoint? endpoint = null)
        => gate.Check(Request(path, method), endpoint);

    public static Endpoint Endpoint(params object[] metadata)
        => new(null, new EndpointMetadataCollection(metadata), "Shop.Cart");
}
