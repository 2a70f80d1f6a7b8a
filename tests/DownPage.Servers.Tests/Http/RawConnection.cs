using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DownPage.Servers.Tests.Http;

/// <summary>
/// A connection that sends what it is told to, and shows what comes back: a client with manners would follow redirects,
/// repeat requests on a new connection and join headers.
/// </summary>
internal sealed class RawConnection : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly NetworkStream stream;
    private readonly byte[] buffer = new byte[16 * 1024];
    private int start;
    private int end;

    private RawConnection(Socket socket) => stream = new NetworkStream(socket, ownsSocket: true);

    public static async Task<RawConnection> OpenAsync(string port, IPAddress from, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            socket.Bind(new IPEndPoint(from, 0));
            var to = new IPEndPoint(IPAddress.Loopback, int.Parse(port, CultureInfo.InvariantCulture));
            await socket.ConnectAsync(to, cancellationToken);
            return new RawConnection(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>One request on a connection of its own.</summary>
    public static async Task<RawAnswer> AskAsync(string port, RawRequest request, CancellationToken cancellationToken)
    {
        using var connection = await OpenAsync(port, request.From, cancellationToken);
        return await connection.AskAsync(request, cancellationToken);
    }

    public async Task<RawAnswer> AskAsync(RawRequest request, CancellationToken cancellationToken)
    {
        await SendAsync(request.ToBytes(), cancellationToken);
        return await ReadAsync(request.Method == "HEAD", cancellationToken);
    }

    /// <summary>A server that has answered already may close before all is sent: that shows in what is read.</summary>
    public async Task SendAsync(byte[] bytes, CancellationToken cancellationToken)
    {
        try
        {
            await stream.WriteAsync(bytes, cancellationToken);
        }
        catch (IOException)
        {
        }
    }

    /// <summary>The next answer; interim ones (1xx, but 101) are passed over.</summary>
    public async Task<RawAnswer> ReadAsync(bool isHead, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            while (true)
            {
                var answer = await ReadOneAsync(isHead, patience.Token);
                if (answer.Status is 0 or 101 or >= 200)
                {
                    return answer;
                }
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new IOException($"No whole answer came within {Patience.TotalSeconds:F0} s.");
        }
    }

    /// <summary>What comes until a text has come. For answers that take their time.</summary>
    public async Task<string> ReadUntilAsync(string text, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        var all = new StringBuilder();
        while (!all.ToString().Contains(text, StringComparison.Ordinal) && await FillAsync(patience.Token))
        {
            all.Append(Encoding.UTF8.GetString(Take(end - start)));
        }

        return all.ToString();
    }

    public void Dispose() => stream.Dispose();

    private async Task<RawAnswer> ReadOneAsync(bool isHead, CancellationToken cancellationToken)
    {
        if (await LineAsync(cancellationToken) is not { Length: > 0 } statusLine)
        {
            return RawAnswer.None;
        }

        var status = int.Parse(statusLine.Split(' ')[1], CultureInfo.InvariantCulture);
        var headers = new List<KeyValuePair<string, string>>();
        while (await LineAsync(cancellationToken) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            headers.Add(new(line[..colon], line[(colon + 1)..].Trim()));
        }

        var answer = new RawAnswer(status, headers, [], IsCut: false);
        return isHead || status is < 200 or 204 or 304 ? answer : await BodyAsync(answer, cancellationToken);
    }

    private async Task<RawAnswer> BodyAsync(RawAnswer head, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        bool isWhole;
        if (head.Header("Transfer-Encoding")?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true)
        {
            isWhole = await ChunksAsync(body, cancellationToken);
        }
        else if (head.Header("Content-Length") is { } length)
        {
            isWhole = await CopyAsync(body, int.Parse(length, CultureInfo.InvariantCulture), cancellationToken);
        }
        else
        {
            await CopyAsync(body, int.MaxValue, cancellationToken);
            isWhole = true;
        }

        return head with { Body = body.ToArray(), IsCut = !isWhole };
    }

    private async Task<bool> ChunksAsync(MemoryStream body, CancellationToken cancellationToken)
    {
        while (await LineAsync(cancellationToken) is { Length: > 0 } size)
        {
            var length = int.Parse(size.Split(';')[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (!await CopyAsync(body, length, cancellationToken))
            {
                return false;
            }

            await LineAsync(cancellationToken);
            if (length == 0)
            {
                return true;
            }
        }

        return false;
    }

    private async Task<bool> CopyAsync(MemoryStream body, int length, CancellationToken cancellationToken)
    {
        while (length > 0)
        {
            if (start == end && !await FillAsync(cancellationToken))
            {
                return false;
            }

            var part = Take(Math.Min(length, end - start));
            body.Write(part);
            length -= part.Length;
        }

        return true;
    }

    // Without its end; null when the connection ends first.
    private async Task<string?> LineAsync(CancellationToken cancellationToken)
    {
        var line = new StringBuilder();
        while (start < end || await FillAsync(cancellationToken))
        {
            var character = (char)buffer[start++];
            if (character == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append(character);
        }

        return null;
    }

    private byte[] Take(int count)
    {
        var part = buffer.AsSpan(start, count).ToArray();
        start += count;
        return part;
    }

    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (start < end)
        {
            return true;
        }

        try
        {
            (start, end) = (0, await stream.ReadAsync(buffer, cancellationToken));
        }
        catch (IOException)
        {
            // Reset: as good as closed.
            (start, end) = (0, 0);
        }

        return end > 0;
    }
}
