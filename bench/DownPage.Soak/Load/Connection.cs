using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DownPage.Soak.Load;

/// <summary>
/// A connection that is kept, read byte by byte: a client library repeats requests by itself, and hides what broke.
/// </summary>
internal sealed class Connection(int port) : IDisposable
{
    private const int Timeout = 30_000;

    private readonly byte[] buffer = new byte[64 * 1024];
    private Socket? socket;
    private int start;
    private int end;

    public int Opened { get; private set; }

    public Answer Ask(byte[] request, bool isHead)
    {
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        var body = new MemoryStream();
        var status = 0;
        try
        {
            Open().Send(request);
            status = ReadHead(headers);
            ReadBody(status, headers, isHead, body);
            if (string.Equals(headers.GetValueOrDefault("Connection"), "close", StringComparison.OrdinalIgnoreCase))
            {
                Close();
            }

            return new Answer(status, headers, body.ToArray(), IsWhole: true, Failure: null);
        }
        catch (Exception failure) when (failure is SocketException or IOException or FormatException)
        {
            Close();
            return new Answer(status, headers, body.ToArray(), IsWhole: false, failure.Message);
        }
    }

    public void Dispose() => Close();

    private Socket Open()
    {
        if (socket is not null)
        {
            return socket;
        }

        socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
        {
            NoDelay = true,
            ReceiveTimeout = Timeout,
            SendTimeout = Timeout,
        };
        socket.Connect(IPAddress.Loopback, port);
        Opened++;
        return socket;
    }

    private void Close()
    {
        socket?.Dispose();
        socket = null;
        (start, end) = (0, 0);
    }

    private int ReadHead(Dictionary<string, string> headers)
    {
        var line = ReadLine();
        var status = line.StartsWith("HTTP/1.1 ", StringComparison.Ordinal)
            ? int.Parse(line.AsSpan(9, 3), CultureInfo.InvariantCulture)
            : throw new FormatException($"'{line}' is no status line");
        while ((line = ReadLine()).Length > 0)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            headers.TryAdd(line[..colon], line[(colon + 1)..].Trim());
        }

        return status;
    }

    private void ReadBody(int status, Dictionary<string, string> headers, bool isHead, MemoryStream body)
    {
        if (isHead || status is 204 or 304)
        {
            return;
        }

        if (headers.TryGetValue("Content-Length", out var length))
        {
            ReadInto(body, long.Parse(length, CultureInfo.InvariantCulture));
            return;
        }

        if (headers.GetValueOrDefault("Transfer-Encoding") != "chunked")
        {
            throw new FormatException("neither Content-Length nor chunked");
        }

        while (int.Parse(ReadLine(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) is > 0 and var size)
        {
            ReadInto(body, size);
            ReadLine();
        }

        ReadLine();
    }

    private void ReadInto(MemoryStream body, long length)
    {
        while (length > 0)
        {
            Fill();
            var part = (int)Math.Min(length, end - start);
            body.Write(buffer, start, part);
            start += part;
            length -= part;
        }
    }

    private string ReadLine()
    {
        var line = new StringBuilder();
        while (true)
        {
            Fill();
            var rest = buffer.AsSpan(start, end - start);
            var newLine = rest.IndexOf((byte)'\n');
            line.Append(Encoding.ASCII.GetString(newLine < 0 ? rest : rest[..newLine]));
            start += newLine < 0 ? rest.Length : newLine + 1;
            if (newLine >= 0)
            {
                return line.ToString().TrimEnd('\r');
            }
        }
    }

    private void Fill()
    {
        if (start < end)
        {
            return;
        }

        start = 0;
        end = socket?.Receive(buffer) ?? 0;
        if (end == 0)
        {
            throw new IOException("closed");
        }
    }
}
