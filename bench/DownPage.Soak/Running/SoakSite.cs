using DownPage.Soak.Load;
using DownPage.Testing;

namespace DownPage.Soak.Running;

/// <summary>
/// The site of <c>testassets/FrontEndSite</c> with the program in <c>Site/</c>, published with the packed packages.
/// </summary>
internal sealed class SoakSite : IDisposable
{
    private const string Asset = "FrontEndSite";

    private readonly TestSite site;

    private SoakSite(TestSite site, PublishedSite published)
    {
        this.site = site;
        Published = published;
        Pages = PageFiles.Read(published);
        Configuration =
        [
            .. NginxFront.Snippets(published).Select(file => Path.GetRelativePath(published.Directory, file)),
        ];
    }

    public PublishedSite Published { get; }

    public PageFiles Pages { get; }

    public string FlagFile => Path.Combine(Published.Directory, "maintenance.on");

    /// <summary>The files of nginx's configuration in the publish output.</summary>
    public IReadOnlyList<string> Configuration { get; }

    /// <summary>Whether they choose the form and the language that is asked for.</summary>
    public bool IsNegotiated => Configuration.Count > 1;

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
