using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DownPage.FrontEnds.Tests.Nginx;

/// <summary>
/// A site whose app is another server of the same nginx, with the settings that users have beside the include line. Its
/// folder has spaces.
/// </summary>
internal sealed class NginxSite : IDisposable
{
    private readonly TempFolder folder;

    private NginxSite(NginxProcess nginx, TempFolder folder)
    {
        Nginx = nginx;
        this.folder = folder;
    }

    public NginxProcess Nginx { get; }

    private string Flag => folder.PathOf("my shop/maintenance.on");

    /// <summary>Starts it.</summary>
    /// <param name="isFull">With the two files, or the one.</param>
    /// <param name="server">
    /// What follows the include line. APP is the address of an app that answers, GONE one where nobody listens.
    /// </param>
    /// <param name="http">What stands in <c>http</c>.</param>
    /// <param name="intercept">Whether the app's own answers are replaced.</param>
    /// <param name="cancellationToken">Ends starting it.</param>
    public static async Task<NginxSite> StartAsync(
        bool isFull, string server, string http, bool intercept, CancellationToken cancellationToken)
    {
        NginxProcess.Require();
        var folder = new TempFolder();
        var options = Sample.Options("nginx");
        options.DeployRoot = folder.PathOf("my shop");
        options.Allow = ["127.0.0.2", "198.51.100.0/25"];
        options.Bypass = ["/healthz", "/admin/*"];
        options.Intercept = intercept;
        foreach (var page in Sample.Built.Manifest.Pages)
        {
            folder.Write("my shop/_downpage/" + page.File, string.Create(CultureInfo.InvariantCulture, $"page {page.StatusCode}"));
        }

        folder.Write("my shop/_downpage/assets/a.css", "a {}");
        var snippet = Sample.Text("nginx", isFull ? "nginx/full/downpage.conf" : "nginx/downpage.conf", options);
        var part = isFull ? Sample.Text("nginx", "nginx/full/downpage.http.conf", options) : "";
        var configuration = NginxProcess.Whole(folder.Root, part + http, $$"""
            server { listen 127.0.0.1:SECOND; default_type text/plain; {{App}} }
            server {
                listen 127.0.0.1:PORT;
            {{snippet}}
            {{server}}
            }
            """);
        return new NginxSite(
            await NginxProcess.StartAsync(
                folder,
                configuration.Replace("APP", "http://127.0.0.1:SECOND", StringComparison.Ordinal)
                    .Replace("GONE", "http://127.0.0.1:9", StringComparison.Ordinal),
                cancellationToken),
            folder);
    }

    /// <summary>By the flag file.</summary>
    public void TakeDown() => File.WriteAllText(Flag, "");

    public void BringUp() => File.Delete(Flag);

    /// <summary>The pages are gone, the site is not.</summary>
    public void RemovePages() => Directory.Delete(folder.PathOf("my shop/_downpage"), recursive: true);

    /// <summary>The status and the text of an answer.</summary>
    public async Task<(int Status, string Text)> AskAsync(
        string path, CancellationToken cancellationToken, params (string Name, string Value)[] headers)
    {
        using var answer = await Nginx.SendAsync("GET", path, cancellationToken, headers);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(cancellationToken));
    }

    /// <summary>The answer to a target as it is, which a client would change.</summary>
    public async Task<string> AskRawAsync(string target, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, Nginx.Port, cancellationToken);
        await client.GetStream().WriteAsync(
            Encoding.ASCII.GetBytes($"GET {target} HTTP/1.1\r\nHost: shop.test\r\nConnection: close\r\n\r\n"), cancellationToken);
        using var reader = new StreamReader(client.GetStream());
        return await reader.ReadToEndAsync(cancellationToken);
    }

    public void Dispose()
    {
        Nginx.Dispose();
        folder.Dispose();
    }

    private const string App = """
        location / { return 200 "app $uri"; }
        location /status/404 { return 404 "own 404"; }
        location /status/500 { return 500 "own 500"; }
        location /status/503 { return 503 "own 503"; }
        """;
}
