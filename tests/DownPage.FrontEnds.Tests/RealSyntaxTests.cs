namespace DownPage.FrontEnds.Tests;

/// <summary>The servers themselves take what is written for awkward paths.</summary>
[TestClass]
public sealed class RealSyntaxTests(TestContext test)
{
    private const string Awkward = "it's \"a\" $HOME %[x] %s #c;{d} (e)\\f größe";

    [TestMethod]
    [Timeout(60_000)]
    public async Task HAProxy_TakesAwkwardPaths()
    {
        Require("haproxy");
        using var folder = new TempFolder();
        var root = Publish(folder, "haproxy", Awkward.Replace('\\', '_'));

        var main = folder.Write("main.cfg", """
            frontend shop
                mode http
                timeout client 5s
                bind 127.0.0.1:1
                use_backend downpage if { lua.downpage -m bool }

            """);

        var result = await Command.RunAsync(
            "haproxy", ["-c", "-f", root + "/_downpage/conf/haproxy/downpage.cfg", "-f", main], folder.Root, null,
            test.CancellationToken);

        Assert.AreEqual(0, result.ExitCode, result.Output);
    }

    [TestMethod]
    [Timeout(60_000)]
    public async Task Varnish_TakesAwkwardPaths()
    {
        Require("varnishd");
        using var folder = new TempFolder();
        var root = Publish(folder, "varnish", Awkward.Replace('\\', '_').Replace('"', '_'));
        var main = folder.Write("main.vcl", $$"""
            vcl 4.1;
            import std;
            backend default none;
            include "{{root}}/_downpage/conf/varnish/downpage.vcl";
            include "{{root}}/_downpage/conf/varnish/downpage-assets.vcl";

            """);

        var result = await Command.RunAsync(
            "varnishd", ["-j", "none", "-C", "-n", folder.PathOf("work"), "-f", main], folder.Root, null, test.CancellationToken);

        Assert.AreEqual(0, result.ExitCode, result.Output[..Math.Min(result.Output.Length, 2_000)]);
    }

    private static void Require(string program)
    {
        if (!Command.IsInstalled(program))
        {
            Assert.Inconclusive($"{program} is not installed.");
        }
    }

    private static string Publish(TempFolder folder, string server, string name)
    {
        var options = Sample.Options(server);
        options.DeployRoot = folder.PathOf(name);
        options.Allow = ["10.0.0.0/8", "2001:db8::/32"];
        options.Bypass = ["/healthz", "/a b%\"c(d)[e]{f}$g^h|i+j", "/größe/*"];
        options.Headers = [new("X-Extra", "one \"two\"; 3% #4 $5 \\6 {7}\"}")];
        var site = Sample.Site(options);
        foreach (var file in FrontEndSet.Find(server)?.Write(site) ?? [])
        {
            Write(site.ConfigRoot + "/" + file.Path, file.Content.ToArray());
        }

        foreach (var page in Sample.Built.Manifest.Pages)
        {
            Write(site.PagesRoot + "/" + page.File, Sample.Built.Read(page.File));
            foreach (var encoding in page.Encodings)
            {
                Write(site.PagesRoot + "/" + encoding.File, [1]);
            }
        }

        Sample.Built.Manifest.Assets.ForEach(asset => Write(site.PagesRoot + "/" + asset.File, [0, 1]));
        return options.DeployRoot;
    }

    private static void Write(string path, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? "");
        File.WriteAllBytes(path, content);
    }
}
