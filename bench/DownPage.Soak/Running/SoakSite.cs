using DownPage.Soak.Load;
using DownPage.Testing;

namespace DownPage.Soak.Running;

/// <summary>
/// The site of <c>testassets/MaintenanceSite</c> with the program in <c>Site/</c>, published with the packed packages.
/// </summary>
internal sealed class SoakSite : IDisposable
{
    private const string Asset = "MaintenanceSite";

    private readonly TestSite site;
    private readonly PublishedSite published;

    private SoakSite(TestSite site, PublishedSite published)
    {
        this.site = site;
        this.published = published;
        Pages = PageFiles.Read(published);
        FlagFile = Path.Combine(published.Directory, "maintenance.on");
        var generated = Path.Combine(published.DownPageDirectory, "conf", "nginx");
        IsNegotiated = System.IO.Directory.Exists(generated);
        Configuration = IsNegotiated ? "as published" : "written by hand";
        if (!IsNegotiated)
        {
            generated = Path.Combine(site.Root, "conf");
            System.IO.Directory.CreateDirectory(generated);
            File.WriteAllText(Path.Combine(generated, "downpage.conf"), HandWritten.Configuration(published.DownPageDirectory, FlagFile));
        }

        var files = System.IO.Directory.GetFiles(generated, "*.conf").Order(StringComparer.Ordinal).ToLookup(
            file => Path.GetFileName(file).Contains("http", StringComparison.Ordinal), file => $"include \"{file}\";");
        (HttpIncludes, ServerIncludes) = ([.. files[true]], [.. files[false]]);
    }

    public string Name => published.Name;

    public string Directory => published.Directory;

    public PageFiles Pages { get; }

    public string FlagFile { get; }

    /// <summary>Where nginx's configuration is from.</summary>
    public string Configuration { get; }

    /// <summary>Whether the form that is asked for comes.</summary>
    public bool IsNegotiated { get; }

    public IReadOnlyList<string> HttpIncludes { get; }

    public IReadOnlyList<string> ServerIncludes { get; }

    public static async Task<SoakSite> PublishAsync(CancellationToken cancellationToken)
    {
        var site = await TestSite.CreateAsync(Asset, cancellationToken);
        var program = Path.Combine(RepositoryPaths.Root, "bench", "DownPage.Soak", "Site", "Program.cs");
        site.WriteFile("Program.cs", await File.ReadAllTextAsync(program, cancellationToken));
        var published = await site.PublishAsync(
            cancellationToken,
            "-p:DownPageServers=nginx", "-p:DownPageDeployRoot=" + Path.Combine(site.Root, "publish"));
        published.Result.EnsureSuccess();
        return new SoakSite(site, published);
    }

    public void Dispose() => site.Dispose();
}
