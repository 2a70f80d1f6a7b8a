using System.Text;
using System.Xml.Linq;
using DownPage.PageManifest;

namespace DownPage.FrontEnds.Tests.Iis;

/// <summary>What IIS takes, as text: there is no IIS here.</summary>
[TestClass]
public sealed class IisFrontEndTests
{
    private const string Fragment = "iis/httpErrors.xml";

    private static readonly FrontEndOptions Options = new() { Servers = ["iis"] };

    [TestMethod]
    public void Write_ASite_NamesAPageForEachStatus()
    {
        var root = XDocument.Parse(Sample.Text("iis", Fragment, Options)).Root;

        Assert.IsNotNull(root);
        Assert.AreEqual("httpErrors", root.Name.LocalName);
        Assert.AreEqual("Custom", root.Attribute("errorMode")?.Value);
        Assert.AreEqual("Auto", root.Attribute("existingResponse")?.Value);
        Assert.AreSequenceEqual(
            [@"500 _downpage\503.html", @"502 _downpage\502.html", @"503 _downpage\503.html", @"504 _downpage\504.html"],
            root.Elements("error").Select(error => $"{error.Attribute("statusCode")?.Value} {error.Attribute("path")?.Value}"));
        Assert.IsTrue(root.Elements("error").All(error => error.Attribute("responseMode")?.Value == "File"));
        Assert.AreSequenceEqual(
            ["500", "502", "503", "504"], root.Elements("remove").Select(remove => remove.Attribute("statusCode")?.Value ?? ""));
    }

    [TestMethod]
    public void Write_ASite_OpensWithStampPlaceTestAndReload()
    {
        var text = Sample.Text("iis", Fragment, Options, Sample.Built with { Application = "Shop--Front" });

        Assert.StartsWith("<!-- Written by DownPage.Build 1.0.0", text);
        Assert.Contains("<system.webServer>", text);
        Assert.Contains("appcmd list config", text);
        Assert.Contains("Shop- -Front", text);
        Assert.IsNotNull(XDocument.Parse(text).Root);
    }

    [TestMethod]
    public void Write_ASite_ParksTheMaintenancePageAsItIs()
    {
        var site = Sample.Site(Options);

        var files = FrontEndSet.Find("iis")?.Write(site);

        Assert.IsNotNull(files);
        var page = files.Single(file => file.Path == "iis/app_offline.htm");
        Assert.AreSequenceEqual(site.Maintenance.Default.Read(), page.Content.ToArray());
    }

    [TestMethod]
    public void Write_PagesInTheRootOfTheOutput_NamesThemWithoutAFolder()
        => Assert.Contains("path=\"502.html\"", Sample.Text("iis", Fragment, Options, Sample.Built with { PagesFolder = "" }));

    [TestMethod]
    [DataRow("down&out/it's.html", "down&amp;out\\it&apos;s.html", DisplayName = "XML's own signs")]
    [DataRow("größe 502.html", "größe 502.html", DisplayName = "a space, and beyond ASCII")]
    public void Write_APageOfAnAwkwardName_IsEscaped(string file, string expected)
        => Assert.Contains($"path=\"_downpage\\{expected}\"", Sample.Text("iis", Fragment, Options, Named(file)));

    [TestMethod]
    [DataRow("%TEMP%.html", DisplayName = "a variable")]
    [DataRow("a:b.html", DisplayName = "no name of Windows")]
    [DataRow("a\\b.html", DisplayName = "a backslash")]
    public void Write_APageThatIisCannotName_IsRefused(string file)
    {
        var writing = ConfigWriting.Of(Options, Named(file));

        Assert.IsEmpty(writing.Files);
        var error = Assert.ContainsSingle(writing.Errors);
        Assert.AreEqual(DiagnosticCodes.FrontEndValueRefused, error.Code);
        Assert.Contains(file, error.Message);
    }

    [TestMethod]
    public void Write_APageThatAsksForFiles_IsRefused()
    {
        var writing = ConfigWriting.Of(
            Options, With("<meta charset=utf-8><img src=/_downpage/assets/3f8a6c20e1b95d7704aa.png>"));

        var error = Assert.ContainsSingle(writing.Errors);
        Assert.AreEqual(DiagnosticCodes.PageTooLargeForServer, error.Code);
        Assert.Contains("DownPageInlineLimit", error.Message);
    }

    [TestMethod]
    [DataRow("größer", true, DisplayName = "beyond ASCII, and nothing said")]
    [DataRow("larger", false, DisplayName = "ASCII, and nothing said")]
    [DataRow("<meta charset=\"utf-8\">größer", false, DisplayName = "said")]
    [DataRow("<meta http-equiv=Content-Type content='text/html; charset=utf-8'>größer", false, DisplayName = "said the old way")]
    [DataRow("\uFEFFgrößer", false, DisplayName = "with a byte order mark")]
    public void Write_APageThatDoesNotSayItsEncoding_IsRefusedWhereThatCounts(string page, bool isRefused)
    {
        var writing = ConfigWriting.Of(Options, With(page));

        Assert.AreEqual(isRefused, writing.Errors.Any(error => error.Code == DiagnosticCodes.NoCharset));
        Assert.AreEqual(isRefused, writing.Files.Count == 0);
    }

    [TestMethod]
    public void Write_APageThatSaysItTooLate_IsRefused()
        => Assert.IsNotEmpty(ConfigWriting.Of(
            Options, With(new string(' ', 1024) + "<meta charset=utf-8>größer")).Errors);

    private static BuiltSite With(string page) => Sample.Built with { Read = _ => Encoding.UTF8.GetBytes(page) };

    private static BuiltSite Named(string file) => Sample.Built with
    {
        Manifest = Sample.Built.Manifest with
        {
            Pages = [.. Sample.Built.Manifest.Pages.Select(
                page => page is { Form: ManifestForm.Html, IsDefault: true } ? page with { File = file } : page)],
        },
    };
}
