using DownPage.PageManifest;

namespace DownPage.FrontEnds.Tests.Reading;

/// <summary>Which page is shown when.</summary>
[TestClass]
public sealed class PagesTests
{
    [TestMethod]
    public void Pages_OfABuildWithAll_AreTheirOwn()
    {
        var site = Sample.Site(Sample.Options("nginx"));

        Assert.AreEqual("503.html", site.Maintenance.Default.Path);
        Assert.AreEqual("maintenance", site.Maintenance.Key);
        foreach (var status in new[] { 502, 503, 504 })
        {
            Assert.AreEqual($"{status}.html", site.Gone[status].Default.Path);
            Assert.AreEqual(status, site.Gone[status].StatusCode);
        }

        Assert.AreEqual("503.html", site.Gone[500].Default.Path);
        Assert.AreEqual(500, site.Gone[500].StatusCode);
    }

    [TestMethod]
    public void Pages_OfABuildWithOne_AreThatOneWithAWarning()
    {
        var reading = FrontEndReader.Read(Sample.Options("nginx"), With(page => page.StatusCode == 502));

        Assert.IsNotNull(reading.Site);
        foreach (var page in reading.Site.Pages)
        {
            Assert.AreEqual("502.html", page.Default.Path);
        }

        var warning = Assert.ContainsSingle(reading.Warnings);
        Assert.AreEqual(DiagnosticCodes.StatusWithoutPage, warning.Code);
        Assert.Contains("503, 504", warning.Message);
        Assert.Contains("502.html is shown", warning.Message);
    }

    [TestMethod]
    public void Pages_OfABuildWithAll_AreNoWarning()
        => Assert.IsEmpty(FrontEndReader.Read(Sample.Options("nginx"), Sample.Built).Warnings);

    [TestMethod]
    public void Pages_OfABuildWithNoneThatFits_AreAnError()
    {
        var built = With(page => page.StatusCode == 502);
        built = built with
        {
            Manifest = built.Manifest with
            {
                Pages = [.. built.Manifest.Pages.Select(page => page with { Name = "404.html", StatusCode = 404 })],
            },
        };

        var reading = FrontEndReader.Read(Sample.Options("nginx"), built);

        Assert.IsNull(reading.Site);
        var error = Assert.ContainsSingle(reading.Errors);
        Assert.AreEqual(DiagnosticCodes.NoPageForServers, error.Code);
        Assert.Contains("404.html", error.Message);
    }

    [TestMethod]
    public void Maintenance_ThatTheSettingsName_IsThatPage()
    {
        var built = Named("maintenance.html", 504) with { Settings = Sample.Settings(("Pages:Name", "Maintenance.html")) };

        var site = Sample.Site(Sample.Options("nginx"), built);

        Assert.AreEqual("504.html", site.Maintenance.Default.Path);
        Assert.AreEqual(503, site.Maintenance.StatusCode);
    }

    [TestMethod]
    public void Maintenance_ThatTheSettingsMisname_IsThePageFor503()
        => Assert.AreEqual("503.html", Sample.Site(
            Sample.Options("nginx"),
            Sample.Built with { Settings = Sample.Settings(("Pages:Name", "mantenance.html")) }).Maintenance.Default.Path);

    [TestMethod]
    public void Gone_WithTwoPagesForAStatus_IsTheOneThatIsNamedAfterIt()
    {
        var both = Named("a-maintenance.html", 504);
        var pages = both.Manifest.Pages.Select(page => page.StatusCode == 504 ? page with { StatusCode = 503 } : page);

        var site = Sample.Site(
            Sample.Options("nginx"), both with { Manifest = both.Manifest with { Pages = [.. pages.Reverse()] } });

        Assert.AreEqual("503.html", site.Gone[503].Default.Path);
    }

    [TestMethod]
    public void Of_AFormAndALanguage_IsItsFile()
    {
        var page = Sample.Site(Sample.Options("nginx")).Gone[502];

        Assert.AreEqual("502.json", page.Of(ManifestForm.Json)?.Path);
        Assert.AreEqual("502.de.txt", page.Of(ManifestForm.Text, "DE")?.Path);
        Assert.IsNull(page.Of(ManifestForm.Html, "fr"));
    }

    [TestMethod]
    [DataRow(null, null, 600, DisplayName = "nothing")]
    [DataRow("00:02:00", null, 120, DisplayName = "the settings")]
    [DataRow("00:02:00", 30, 30, DisplayName = "the project")]
    [DataRow("00:00:00", null, null, DisplayName = "the settings: none")]
    [DataRow(null, 0, null, DisplayName = "the project: none")]
    public void RetryAfter_OfPagesThatSayNone_IsWhatIsSaid(string? settings, int? project, int? expected)
    {
        var built = Sample.Built with
        {
            Manifest = Sample.Built.Manifest with
            {
                Pages = [.. Sample.Built.Manifest.Pages.Select(page => page with { RetryAfter = null })],
            },
            Settings = settings is null ? AppSettingsReading.None : Sample.Settings(("RetryAfter", settings)),
        };
        var options = Sample.Options("nginx");
        options.RetryAfter = project;

        Assert.AreEqual(expected, Sample.Site(options, built).Maintenance.RetryAfter);
    }

    [TestMethod]
    public void RetryAfter_OfAPageThatSaysIt_IsItsOwn()
    {
        var options = Sample.Options("nginx");
        options.RetryAfter = 30;

        Assert.AreEqual(600, Sample.Site(options).Gone[502].RetryAfter);
    }

    private static BuiltSite With(Func<ManifestPage, bool> kept) => Sample.Built with
    {
        Manifest = Sample.Built.Manifest with { Pages = [.. Sample.Built.Manifest.Pages.Where(kept)] },
    };

    /// <summary>The pages of a status under another name.</summary>
    private static BuiltSite Named(string name, int status) => Sample.Built with
    {
        Manifest = Sample.Built.Manifest with
        {
            Pages = [.. Sample.Built.Manifest.Pages.Select(
                page => page.StatusCode == status ? page with { Name = name } : page)],
        },
    };
}
