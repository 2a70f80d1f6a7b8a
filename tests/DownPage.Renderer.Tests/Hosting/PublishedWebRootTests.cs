using DownPage.Renderer.Hosting;
using Microsoft.Extensions.FileProviders;

namespace DownPage.Renderer.Tests.Hosting;

[TestClass]
public sealed class PublishedWebRootTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly PublishedWebRoot webRoot;

    public PublishedWebRootTests()
    {
        var site = folder.Write("wwwroot/css/site.css", "body{}");
        var scoped = folder.Write("obj/scopedcss/Shop.styles.css", "h1[b-1]{}");
        var library = folder.Write("Library/wwwroot/logo.svg", "<svg/>");
        var icon = folder.Write("wwwroot/favicon.ico", "icon");
        webRoot = new PublishedWebRoot(
            folder.Write("assets.json", Manifest(
                Endpoint("css/site.css", site),
                Endpoint("css/site.css", site + ".gz", selector: true),
                Endpoint("Shop.abc123.styles.css", scoped),
                Endpoint("Shop.styles.css", scoped),
                Endpoint("_content/Library/logo.svg", library),
                Endpoint("favicon.ico", icon))),
            folder.Write("endpoints.json", Manifest(
                Endpoint("css/site.css", "css/site.css"),
                Endpoint("css/site.css", "css/site.css.gz", selector: true),
                Endpoint("Shop.abc123.styles.css", "Shop.abc123.styles.css"),
                Endpoint("Shop.styles.css", "Shop.abc123.styles.css"),
                Endpoint("_content/Library/logo.svg", "_content/Library/logo.svg"),
                Endpoint("favicon.ico", "favicon.ico"),
                Endpoint("generated.js", "generated.js"))));
    }

    public void Dispose() => folder.Dispose();

    [TestMethod]
    [DataRow("/css/site.css", "site.css", "body{}")]
    [DataRow("css/site.css", "site.css", "body{}", DisplayName = "without its slash")]
    [DataRow("css\\site.css", "site.css", "body{}", DisplayName = "with the other slash")]
    [DataRow("/Shop.abc123.styles.css", "Shop.abc123.styles.css", "h1[b-1]{}", DisplayName = "fingerprinted, from obj")]
    [DataRow("/_content/Library/logo.svg", "logo.svg", "<svg/>", DisplayName = "of a library")]
    public void GetFileInfo_PublishedFile_IsItsSource(string path, string name, string content)
    {
        var file = webRoot.GetFileInfo(path);

        Assert.IsTrue(file.Exists);
        Assert.IsFalse(file.IsDirectory);
        Assert.AreEqual(name, file.Name);
        Assert.AreEqual(content.Length, file.Length);
        Assert.IsNull(file.PhysicalPath);
        Assert.AreEqual(content, Read(file));
    }

    [TestMethod]
    [DataRow("/css/none.css")]
    [DataRow("/Shop.styles.css", DisplayName = "a route to a file of another name")]
    [DataRow("/css/site.css.gz", DisplayName = "a compressed form, which nothing asks for by name")]
    [DataRow("/generated.js", DisplayName = "published, but from no source that is listed")]
    [DataRow("/CSS/Site.css", DisplayName = "another case, as on the server")]
    [DataRow("/css", DisplayName = "a folder")]
    [DataRow("")]
    public void GetFileInfo_NothingPublished_DoesNotExist(string path)
        => Assert.IsFalse(webRoot.GetFileInfo(path).Exists);

    [TestMethod]
    [DataRow("", "Shop.abc123.styles.css|_content/|css/|favicon.ico", DisplayName = "the root")]
    [DataRow("/", "Shop.abc123.styles.css|_content/|css/|favicon.ico")]
    [DataRow("/css", "site.css")]
    [DataRow("/css/", "site.css")]
    [DataRow("_content", "Library/")]
    public void GetDirectoryContents_Folder_IsWhatLiesDirectlyInIt(string path, string expected)
    {
        var contents = webRoot.GetDirectoryContents(path);

        Assert.IsTrue(contents.Exists);
        Assert.AreEqual(expected, Names(contents));
    }

    [TestMethod]
    public void GetDirectoryContents_FolderOfAFolder_CanBeWalked()
    {
        var content = (IDirectoryContents)webRoot.GetDirectoryContents("/").Single(entry => entry.Name == "_content");

        var library = (IDirectoryContents)Assert.ContainsSingle(content);

        Assert.AreEqual("logo.svg", Names(library));
    }

    [TestMethod]
    [DataRow("/none")]
    [DataRow("/cs", DisplayName = "the beginning of a folder's name")]
    public void GetDirectoryContents_NothingThere_DoesNotExist(string path)
    {
        var contents = webRoot.GetDirectoryContents(path);

        Assert.IsFalse(contents.Exists);
        Assert.IsEmpty(contents);
    }

    [TestMethod]
    public void CreateReadStream_OfAFolder_IsRefused()
    {
        var folderEntry = webRoot.GetDirectoryContents("/").Single(entry => entry.Name == "css");

        Assert.IsTrue(folderEntry.IsDirectory);
        Assert.ThrowsExactly<InvalidOperationException>(folderEntry.CreateReadStream);
    }

    private static string Names(IDirectoryContents contents) => string.Join('|', contents
        .Select(entry => entry.IsDirectory ? entry.Name + "/" : entry.Name)
        .Order(StringComparer.Ordinal));

    private static string Read(IFileInfo file)
    {
        using var reader = new StreamReader(file.CreateReadStream());
        return reader.ReadToEnd();
    }

    private static string Manifest(params string[] endpoints) => $$"""{ "Endpoints": [{{string.Join(',', endpoints)}}] }""";

    private static string Endpoint(string route, string file, bool selector = false) => $$"""
        { "Route": "{{route}}", "AssetFile": "{{file.Replace('\\', '/')}}",
          "Selectors": [{{(selector ? """{ "Name": "Content-Encoding", "Value": "gzip" }""" : "")}}] }
        """;
}
