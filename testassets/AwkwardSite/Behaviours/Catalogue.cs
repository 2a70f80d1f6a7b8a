using System.Net.Sockets;

namespace AwkwardSite.Behaviours;

/// <summary>A database that is not there: nothing listens on the port.</summary>
public sealed class Catalogue
{
    public async Task ConnectAsync(CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", port: 1, cancellationToken);
    }
}
