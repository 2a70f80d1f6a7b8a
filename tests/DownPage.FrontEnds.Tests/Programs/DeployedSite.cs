using System.IO.Compression;

namespace DownPage.FrontEnds.Tests.Programs;

/// <summary>The sample's pages and a front end's files in a folder, as a publish puts them there.</summary>
internal sealed class DeployedSite : IDisposable
{
    private readonly DirectoryInfo top = Directory.CreateTempSubdirectory("downpage-");

    /// <param name="server">The front end.</param>
    /// <param name="folder">The deploy root below a temporary folder: its name is what a test is about.</param>
    /// <param name="change">Changes the options.</param>
    /// <param name="built">The pages. Null: the sample's.</param>
    public DeployedSite(
        string server, string folder = "shop", Action<FrontEndOptions>? change = null, BuiltSite? built = null)
    {
        Root = Path.Combine(top.FullName, folder);
        var options = Sample.Options(server);
        options.DeployRoot = Root;
        change?.Invoke(options);
        var site = Sample.Site(options, built);
        Flag = site.FlagFile;
        Write("_downpage/assets/3f8a6c20e1b95d7704aa.png", [1, 2, 3, 4, 5]);
        foreach (var file in site.Pages.SelectMany(page => page.Files))
        {
            Write("_downpage/" + file.Path, file.Read());
            foreach (var (coding, path) in file.Encodings)
            {
                Write("_downpage/" + path, Compressed(coding, file.Read()));
            }
        }

        foreach (var file in FrontEndSet.Find(server)?.Write(site) ?? [])
        {
            Write("_downpage/conf/" + file.Path, file.Content.ToArray());
        }

        if (!OperatingSystem.IsWindows())
        {
            // The server runs as a user of its own.
            top.UnixFileMode |= UnixFileMode.GroupRead | UnixFileMode.GroupExecute
                | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        }
    }

    /// <summary>The deploy root.</summary>
    public string Root { get; }

    /// <summary>The flag file.</summary>
    public string Flag { get; }

    /// <summary>The path of a configuration file.</summary>
    public string Config(string path) => Path.Combine(Root, "_downpage", "conf", path);

    public void Dispose() => top.Delete(recursive: true);

    private void Write(string path, byte[] content)
    {
        var file = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file) ?? Root);
        File.WriteAllBytes(file, content);
    }

    private static byte[] Compressed(string coding, byte[] content)
    {
        using var bytes = new MemoryStream();
        using (Stream packed = coding == "br"
            ? new BrotliStream(bytes, CompressionLevel.Optimal) : new GZipStream(bytes, CompressionLevel.Optimal))
        {
            packed.Write(content);
        }

        return bytes.ToArray();
    }
}
