using System.Net;
using System.Net.Sockets;

namespace DownPage.Servers.Tests.Harness;

/// <summary>Ports of the loopback address that stay free while an app is gone.</summary>
internal static class Ports
{
    private static readonly Lock Gate = new();
    private static readonly HashSet<int> Given = [];

    /// <summary>Below those that the system gives to others, who might take it while the app is gone.</summary>
    public static int Free()
    {
        lock (Gate)
        {
            while (true)
            {
                var port = Random.Shared.Next(20_000, 32_000);
                if (IsFree(port) && Given.Add(port))
                {
                    return port;
                }
            }
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Any, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
