using System.Net;
using System.Net.Sockets;

namespace DownPage.Soak.Running;

/// <summary>Ports that no connection takes for its own end while the app is dead: below those that the system gives out.</summary>
internal static class FreePort
{
    private const int First = 20_000;
    private const int Last = 30_000;

    public static int Find()
    {
        for (var tries = 0; tries < 1_000; tries++)
        {
            var port = Random.Shared.Next(First, Last);
            using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                probe.Bind(new IPEndPoint(IPAddress.Loopback, port));
                return port;
            }
            catch (SocketException)
            {
                // Somebody's; another one.
            }
        }

        throw new InvalidOperationException($"No port is free between {First} and {Last}.");
    }
}
