using System.Formats.Tar;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace DownPage.Packages.Tests.Publishing;

/// <summary>
/// A container registry on this machine that has one image, an empty one, so that no test needs the network. Of the
/// protocol it speaks what a pull needs (OCI distribution specification, manifests and blobs).
/// </summary>
internal sealed class LoopbackRegistry : IDisposable
{
    private const string ManifestType = "application/vnd.docker.distribution.manifest.v2+json";

    private readonly HttpListener listener = new();
    private readonly Dictionary<string, (string Type, byte[] Content)> answers = new(StringComparer.Ordinal);

    public LoopbackRegistry()
    {
        var port = FreePort();
        BaseImage = $"localhost:{port}/empty:latest";

        byte[] layer = EmptyLayer(out var diffId);
        byte[] config = Encoding.UTF8.GetBytes(
            $$"""
            {
              "architecture": "amd64",
              "os": "linux",
              "config": {},
              "rootfs": { "type": "layers", "diff_ids": ["{{diffId}}"] },
              "history": [{ "created_by": "test" }]
            }
            """);
        byte[] manifest = Encoding.UTF8.GetBytes(
            $$"""
            {
              "schemaVersion": 2,
              "mediaType": "{{ManifestType}}",
              "config": {
                "mediaType": "application/vnd.docker.container.image.v1+json",
                "size": {{config.Length}},
                "digest": "{{Digest(config)}}"
              },
              "layers": [
                {
                  "mediaType": "application/vnd.docker.image.rootfs.diff.tar.gzip",
                  "size": {{layer.Length}},
                  "digest": "{{Digest(layer)}}"
                }
              ]
            }
            """);
        answers["/v2/"] = ("application/json", "{}"u8.ToArray());
        answers["/v2/empty/manifests/latest"] = (ManifestType, manifest);
        answers[$"/v2/empty/manifests/{Digest(manifest)}"] = (ManifestType, manifest);
        answers[$"/v2/empty/blobs/{Digest(config)}"] = ("application/octet-stream", config);
        answers[$"/v2/empty/blobs/{Digest(layer)}"] = ("application/octet-stream", layer);

        listener.Prefixes.Add($"http://localhost:{port}/");
        listener.Start();
        _ = AnswerAsync();
    }

    /// <summary>The image's name, with the address.</summary>
    public string BaseImage { get; }

    public void Dispose() => listener.Close();

    private async Task AnswerAsync()
    {
        while (listener.IsListening)
        {
            try
            {
                HttpListenerContext context = await listener.GetContextAsync();
                using HttpListenerResponse response = context.Response;
                if (!answers.TryGetValue(context.Request.Url!.AbsolutePath, out var answer))
                {
                    response.StatusCode = 404;
                    continue;
                }

                response.ContentType = answer.Type;
                response.ContentLength64 = answer.Content.Length;
                response.Headers["Docker-Content-Digest"] = Digest(answer.Content);
                if (context.Request.HttpMethod == "GET")
                    await response.OutputStream.WriteAsync(answer.Content);
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                // Closed, or the client went away.
            }
        }
    }

    private static byte[] EmptyLayer(out string diffId)
    {
        using var tar = new MemoryStream();
        using (var writer = new TarWriter(tar, leaveOpen: true))
            writer.WriteEntry(new PaxTarEntry(TarEntryType.Directory, "app/"));
        diffId = Digest(tar.ToArray());
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(tar.ToArray());
        return compressed.ToArray();
    }

    private static string Digest(byte[] content) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(content));

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
