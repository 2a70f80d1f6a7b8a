using System.Text;
using System.Text.Json;
using DownPage.FrontEnds.Kubernetes;
using DownPage.FrontEnds.Tests.Programs;

namespace DownPage.FrontEnds.Tests.Kubernetes;

/// <summary>The objects of Kubernetes, read back by a parser that is not ours.</summary>
[TestClass]
public sealed class KubernetesTests(TestContext test)
{
    private const string ToJson = """
        import json, sys, yaml
        print(json.dumps(list(yaml.safe_load_all(open(sys.argv[1], encoding="utf-8")))))
        """;

    private static readonly string Odd = "<!DOCTYPE html>\n  <p>Größe: 100 % # {a} \"b\" 'c' \\ $d | > - ☃ 😀</p>\n\n\t<pre>\n   x </pre> \n\n";

    [TestMethod]
    [Timeout(60_000)]
    public async Task Objects_ReadByAParser_HaveThePagesByteForByte()
    {
        var built = Sample.Built with
        {
            Read = file => file switch
            {
                "502.html" => Encoding.UTF8.GetBytes(Odd),
                "503.html" => Encoding.UTF8.GetBytes(Odd.Replace("\n", "\r\n", StringComparison.Ordinal)),
                "504.html" => Encoding.Latin1.GetBytes("Größe"),
                _ => Sample.Built.Read(file),
            },
        };

        var objects = await ParseAsync(Sample.Text("kubernetes", "kubernetes/downpage.yaml", Sample.Options("kubernetes"), built));

        CollectionAssert.AreEqual(
            new[] { "ConfigMap", "ConfigMap", "Deployment", "Service" },
            objects.Select(entry => entry.GetProperty("kind").GetString()).ToArray());
        var pages = objects[0];
        Assert.AreEqual(Odd, pages.GetProperty("data").GetProperty("502.html").GetString());
        CollectionAssert.AreEqual(built.Read("503.html"), pages.GetProperty("binaryData").GetProperty("503.html").GetBytesFromBase64());
        CollectionAssert.AreEqual(built.Read("504.html"), pages.GetProperty("binaryData").GetProperty("504.html").GetBytesFromBase64());
        Assert.AreEqual("503.de.json\n", pages.GetProperty("data").GetProperty("503.de.json").GetString());
        var configuration = objects[1].GetProperty("data").GetProperty("nginx.conf").GetString();
        Assert.EndsWith(configuration ?? "-", Sample.Text("kubernetes", "kubernetes/errorbackend.conf", Sample.Options("kubernetes"), built));
    }

    [TestMethod]
    [Timeout(60_000)]
    public async Task Deployment_OfTheApp_HasNoRightsAndReadsOnlyWhatIsThere()
    {
        var objects = await ParseAsync(Sample.Text("kubernetes", "kubernetes/downpage.yaml", Sample.Options("kubernetes")));
        var pod = objects[2].GetProperty("spec").GetProperty("template").GetProperty("spec");
        var container = pod.GetProperty("containers")[0];

        Assert.IsTrue(pod.GetProperty("securityContext").GetProperty("runAsNonRoot").GetBoolean());
        Assert.IsTrue(container.GetProperty("securityContext").GetProperty("readOnlyRootFilesystem").GetBoolean());
        var items = pod.GetProperty("volumes")[2].GetProperty("projected").GetProperty("sources")[0].GetProperty("configMap").GetProperty("items");
        var keys = objects[0].GetProperty("data").EnumerateObject().Select(entry => entry.Name);
        CollectionAssert.AreEquivalent(keys.ToArray(), items.EnumerateArray().Select(item => item.GetProperty("key").GetString()).ToArray());
        var mounts = container.GetProperty("volumeMounts").EnumerateArray().Select(mount => mount.GetProperty("name").GetString());
        var volumes = pod.GetProperty("volumes").EnumerateArray().Select(volume => volume.GetProperty("name").GetString());
        CollectionAssert.AreEquivalent(volumes.ToArray(), mounts.ToArray());
        Assert.AreEqual(
            objects[2].GetProperty("spec").GetProperty("selector").GetProperty("matchLabels").GetRawText(),
            objects[3].GetProperty("spec").GetProperty("selector").GetRawText());
    }

    [TestMethod]
    public void Pages_OfMoreThanAMegabyteTogether_AreInSeveralMaps()
    {
        var built = Sample.Built with { Read = file => Encoding.UTF8.GetBytes(new string('x', 400_000) + file) };

        var text = Sample.Text("kubernetes", "kubernetes/downpage.yaml", Sample.Options("kubernetes"), built);

        Assert.Contains("\n  name: shop-downpage-pages\n", text);
        Assert.Contains("\n  name: shop-downpage-pages-2\n", text);
        Assert.Contains("              - configMap:\n                  name: shop-downpage-pages-2\n", text);
    }

    [TestMethod]
    public void Page_OfMoreThanAMegabyte_IsRefusedWithItsSize()
    {
        var built = Sample.Built with { Read = _ => new byte[1_000_001] };

        var writing = ConfigWriting.Of(Sample.Options("kubernetes"), built);

        var error = Assert.ContainsSingle(writing.Errors);
        Assert.AreEqual("DP0709", error.Code);
        Assert.Contains("1,000,001 bytes", error.Message);
        Assert.IsEmpty(writing.Files);
    }

    [TestMethod]
    [DataRow("Shop", "shop-downpage", DisplayName = "a name")]
    [DataRow("Contoso.Web_Shop", "contoso-web-shop-downpage", DisplayName = "what names may not have")]
    [DataRow("2fast", "app-2fast-downpage", DisplayName = "a digit first")]
    [DataRow("_._", "app-downpage", DisplayName = "nothing of it")]
    [DataRow("A.Very.Long.Name.Of.An.Application.With.Many.Parts", "a-very-long-name-of-an-application-with-downpage",
        DisplayName = "a long one")]
    public void Name_OfAnApp_IsOneOfKubernetes(string application, string expected)
        => Assert.AreEqual(expected, KubernetesName.Of(application));

    private async Task<JsonElement[]> ParseAsync(string yaml)
    {
        using var folder = new TempFolder();
        var script = folder.Write("tojson.py", ToJson);
        var python = await Python.WithAsync("yaml", test.CancellationToken);
        var file = folder.Write("downpage.yaml", yaml);
        var result = await Command.RunAsync(python, [script, file], folder.Root, null, test.CancellationToken);
        Assert.AreEqual(0, result.ExitCode, result.Output);
        using var document = JsonDocument.Parse(result.Output);
        return [.. document.RootElement.Clone().EnumerateArray()];
    }
}
