namespace DownPage.Packages.Tests.Fidelity;

/// <summary>A site in three languages, one of them written from right to left.</summary>
[TestClass]
public sealed class LocalizedSiteTests(TestContext testContext)
{
    private static ComparedSite site = null!;

    [ClassInitialize]
    [Timeout(ComparedSite.StartTimeoutMilliseconds, CooperativeCancellation = true)]
    public static async Task StartAsync(TestContext context) =>
        site = await ComparedSite.StartAsync("LocalizedSite", context.CancellationToken);

    [ClassCleanup]
    public static async Task StopAsync()
    {
        // Null when the site could not be published or started.
        if (site is not null)
            await site.DisposeAsync();
    }

    [TestMethod]
    public void Publish_LocalizedSite_MakesAPageForEachCultureWithoutAWarning() =>
        site.AssertPages("503.ar.html", "503.de.html", "503.en.html", "503.html");

    [TestMethod]
    [DataRow("503.html", "en", DisplayName = "503.html is the page of the first culture")]
    [DataRow("503.en.html", "en")]
    [DataRow("503.de.html", "de")]
    [DataRow("503.ar.html", "ar", DisplayName = "503.ar.html is written from right to left")]
    [Timeout(ComparedSite.TestTimeoutMilliseconds, CooperativeCancellation = true)]
    public Task LocalizedSite_PublishedPage_IsByteForByteWhatTheAppAnswers(string page, string culture) =>
        site.AssertSameBytesAsync(
            page, ("/errors/503", 503), testContext.CancellationToken, ("Accept-Language", culture));

    // The comparison alone would not notice an app that answers in one language only.
    [TestMethod]
    [DataRow("503.html", "<html lang=\"en\" dir=\"ltr\">", "Back soon")]
    [DataRow("503.de.html", "<html lang=\"de\" dir=\"ltr\">", "Gleich zurück")]
    [DataRow("503.ar.html", "<html lang=\"ar\" dir=\"rtl\">", "سنعود قريبًا")]
    public void LocalizedSite_PublishedPage_IsInItsLanguage(string page, string html, string heading)
    {
        var text = site.Published.Page(page);

        Assert.Contains(html, text);
        Assert.Contains($"<h1>{heading}</h1>", text);
    }

    [TestMethod]
    [DataRow("503.html", "en", true)]
    [DataRow("503.de.html", "de", false)]
    [DataRow("503.ar.html", "ar", false)]
    public void LocalizedSite_Manifest_NamesTheCultureOfEachPage(string page, string culture, bool isDefault)
    {
        var entry = site.ManifestEntry(page);

        Assert.AreEqual(culture, entry.GetProperty("culture").GetString());
        Assert.AreEqual("503.html", entry.GetProperty("name").GetString());
        Assert.AreEqual(isDefault, entry.GetProperty("default").GetBoolean());
    }
}
