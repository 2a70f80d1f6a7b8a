using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;
using DownPage.Testing;

namespace DownPage.Packages.Tests.Publishing;

/// <summary>
/// <c>PublishContainer</c>: the pages are in the image, beside the app. The base image is an empty one of our own.
/// </summary>
[TestClass]
public sealed class ContainerTests(TestContext testContext)
{
    [TestMethod]
    [Timeout(PlainPublish.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public async Task PublishContainer_ToAnArchive_PutsThePagesBesideTheApp()
    {
        using TestSite site = await TestSite.CreateAsync(PlainPublish.Site, testContext.CancellationToken);
        using var registry = new LoopbackRegistry();
        string archive = Path.Combine(site.Root, "image.tar.gz");

        DotnetResult result = await site.RunDotnetAsync(
            testContext.CancellationToken,
            "publish", site.ProjectFile, "-t:PublishContainer", $"-p:ContainerArchiveOutputPath={archive}",
            $"-p:ContainerBaseImage={registry.BaseImage}");

        Assert.AreEqual(0, result.ExitCode, result.ToString());
        Dictionary<string, byte[]> files = await ReadImageAsync(archive);
        string publishFolder = Path.GetDirectoryName(Assert.ContainsSingle(
            Directory.EnumerateFiles(site.PathOf("bin"), "downpages.json", SearchOption.AllDirectories)))!;
        var published = new PublishedSite(site.Name, Path.GetDirectoryName(publishFolder)!, result);
        await PlainPublish.AssertSamePagesAsync(published, testContext.CancellationToken);
        Assert.Contains("app/SmallSite.dll", files.Keys);
        foreach (string file in published.DownPageFiles)
            Assert.AreSequenceEqual(published.PageBytes(file), files[$"app/_downpage/{file}"]);
    }

    /// <summary>The files of all layers of an image in Docker's archive format.</summary>
    private async Task<Dictionary<string, byte[]>> ReadImageAsync(string archive)
    {
        Dictionary<string, byte[]> parts = await ReadTarAsync(await File.ReadAllBytesAsync(archive));
        using JsonDocument manifest = JsonDocument.Parse(parts["manifest.json"]);
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (JsonElement layer in manifest.RootElement[0].GetProperty("Layers").EnumerateArray())
        {
            foreach (var (name, content) in await ReadTarAsync(parts[layer.GetString()!]))
                files[name.TrimStart('.', '/')] = content;
        }

        return files;
    }

    private async Task<Dictionary<string, byte[]>> ReadTarAsync(byte[] bytes)
    {
        using var raw = new MemoryStream(bytes);
        using Stream stream = bytes is [0x1F, 0x8B, ..] ? new GZipStream(raw, CompressionMode.Decompress) : raw;
        using var reader = new TarReader(stream);
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        while (await reader.GetNextEntryAsync(copyData: true, testContext.CancellationToken) is { } entry)
        {
            if (entry.DataStream is { } data)
            {
                using var content = new MemoryStream();
                await data.CopyToAsync(content, testContext.CancellationToken);
                files[entry.Name] = content.ToArray();
            }
        }

        return files;
    }
}
