using System.Globalization;

namespace DownPage.Browser.Tests.FrontEnds;

/// <summary>The shop behind nginx: its app can be killed, and come back where it was.</summary>
internal sealed class Shop : IAsyncDisposable
{
    private readonly PublishedSite published;
    private readonly int port;
    private RunningSite? app;

    private Shop(PublishedSite published, int port, NginxFront front)
    {
        this.published = published;
        this.port = port;
        Front = front;
    }

    public NginxFront Front { get; }

    /// <summary>nginx and the app, both listening.</summary>
    public static async Task<Shop> StartAsync(PublishedSite published, CancellationToken cancellationToken)
    {
        var port = FreePort.Find();
        var front = await NginxFront.StartAsync(published, port, isLogged: true, cancellationToken);
        var shop = new Shop(published, port, front);
        await shop.ComeBackAsync(cancellationToken);
        return shop;
    }

    public string AddressOf(string path) => new Uri(Front.Address, path).ToString();

    /// <summary>What was asked of a path so far, as <c>GET 502</c>.</summary>
    public IReadOnlyList<string> RequestsOf(string path) =>
    [
        .. Front.Requests.Select(line => line.Split(' '))
            .Where(parts => parts[1] == path)
            .Select(parts => $"{parts[0]} {parts[^1]}"),
    ];

    /// <summary>As a machine dies: SIGKILL.</summary>
    public async Task KillAsync()
    {
        if (app is not null)
            await app.DisposeAsync();
        app = null;
    }

    public async Task ComeBackAsync(CancellationToken cancellationToken)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}");
        var environment = new Dictionary<string, string> { ["Kestrel__Endpoints__Http__Url"] = address };
        app = await RunningSite.StartAsync(published, environment, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        Front.Dispose();
    }
}
