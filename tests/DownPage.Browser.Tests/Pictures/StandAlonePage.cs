using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace DownPage.Browser.Tests.Pictures;

/// <summary>
/// A page whose bytes are all there is: the network is off, its own address is answered with them, and whatever else is
/// asked for fails and is remembered.
/// </summary>
internal sealed class StandAlonePage : IAsyncDisposable
{
    private readonly Uri address;
    private readonly ConcurrentDictionary<string, byte> requests = new(StringComparer.Ordinal);

    /// <param name="address">The page's address: that of the live page, so that what is relative to it is the same.</param>
    /// <param name="content">The page's bytes.</param>
    /// <param name="language">What the browser asks for.</param>
    public StandAlonePage(Uri address, byte[] content, string language)
    {
        this.address = address;
        Content = content;
        View = new PageView(address, language, TakeOffTheNetworkAsync);
    }

    public byte[] Content { get; }

    public PageView View { get; }

    /// <summary>What was asked for besides the page, each once, sorted: <c>GET http://…</c>.</summary>
    public IEnumerable<string> Requests => requests.Keys.Order(StringComparer.Ordinal);

    public ValueTask DisposeAsync() => View.DisposeAsync();

    private async Task TakeOffTheNetworkAsync(IBrowserContext context)
    {
        await context.SetOfflineAsync(true);
        await context.RouteAsync("**/*", AnswerAsync);
    }

    private Task AnswerAsync(IRoute route)
    {
        if (route.Request.IsNavigationRequest && route.Request.Url == address.AbsoluteUri)
        {
            return route.FulfillAsync(new RouteFulfillOptions
            {
                ContentType = "text/html; charset=utf-8",
                BodyBytes = Content,
            });
        }

        requests.TryAdd($"{route.Request.Method} {route.Request.Url}", 0);
        return route.AbortAsync("internetdisconnected");
    }
}
