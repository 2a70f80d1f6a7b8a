namespace DownPage.FrontEnds.Tests.Reading;

/// <summary>What the project says wins over what the app's settings say; what is wrong is told, all of it.</summary>
[TestClass]
public sealed class OptionsTests
{
    private static readonly BypassPath Operators = new("/maintenance-mode", true);

    [TestMethod]
    public void Site_WithADeployRootAlone_HasDefaults()
    {
        var site = Sample.Site(Sample.Options("nginx"));

        Assert.AreEqual("/srv/shop/_downpage", site.PagesRoot);
        Assert.AreEqual("/srv/shop/_downpage/conf", site.ConfigRoot);
        Assert.AreEqual("/srv/shop/maintenance.on", site.FlagFile);
        Assert.AreEqual("/_downpage", site.Prefix);
        Assert.AreEqual("/_downpage/assets/", site.AssetAddress);
        Assert.IsFalse(site.Intercept);
        Assert.IsEmpty(site.Allow);
        CollectionAssert.AreEqual(
            new BypassPath[] { new("/_downpage/pass", false), Operators }, site.Bypass.ToArray());
        CollectionAssert.AreEqual(new[] { "en", "de" }, site.Cultures.ToArray());
    }

    [TestMethod]
    public void Site_OfAnAppWithSettings_HeedsThem()
    {
        var built = Sample.Built with
        {
            Settings = Sample.Settings(
                ("DownFile", "/run/shop/state.json"),
                ("Allow:Networks:0", "10.0.0.0/8"),
                ("Allow:Paths:0", "/healthz"),
                ("Allow:Prefixes:0", "/admin/"),
                ("Bypass:Path", "/testers")),
        };

        var site = Sample.Site(Sample.Options("nginx"), built);

        Assert.AreEqual("/run/shop/state.on", site.FlagFile);
        Assert.AreEqual("10.0.0.0/8", Assert.ContainsSingle(site.Allow).ToString());
        CollectionAssert.AreEqual(
            new BypassPath[] { new("/testers", false), Operators, new("/healthz", false), new("/admin", true) }, site.Bypass.ToArray());
    }

    [TestMethod]
    public void Site_WithOptionsAndSettings_HasTheOptions()
    {
        var built = Sample.Built with
        {
            Settings = Sample.Settings(("Allow:Networks:0", "10.0.0.0/8"), ("Allow:Paths:0", "/healthz")),
        };
        var options = Sample.Options("nginx");
        options.Allow = ["192.0.2.1"];
        options.Bypass = ["/hooks/*", "/ready"];
        options.FlagFile = "state/down.on";
        options.Prefix = "/errors/_down/";

        var site = Sample.Site(options, built);

        Assert.AreEqual("192.0.2.1/32", Assert.ContainsSingle(site.Allow).ToString());
        CollectionAssert.AreEqual(
            new BypassPath[] { new("/_downpage/pass", false), Operators, new("/hooks", true), new("/ready", false) },
            site.Bypass.ToArray());
        Assert.AreEqual("/srv/shop/state/down.on", site.FlagFile);
        Assert.AreEqual("/errors/_down", site.Prefix);
    }

    [TestMethod]
    public void Site_WithEmptyLists_LetsNobodyPassButTestersAndOperators()
    {
        var built = Sample.Built with
        {
            Settings = Sample.Settings(("Allow:Networks:0", "10.0.0.0/8"), ("Allow:Paths:0", "/healthz")),
        };
        var options = Sample.Options("nginx");
        (options.Allow, options.Bypass) = ([], []);

        var site = Sample.Site(options, built);

        Assert.IsEmpty(site.Allow);
        Assert.HasCount(2, site.Bypass);
    }

    [TestMethod]
    public void Site_MountedAtAPath_HasItInItsAddresses()
    {
        var built = Sample.Built with { PathBase = "/shop", Settings = Sample.Settings(("Allow:Paths:0", "/healthz")) };

        var site = Sample.Site(Sample.Options("nginx"), built);

        Assert.AreEqual("/shop/_downpage/assets/", site.AssetAddress);
        CollectionAssert.AreEqual(
            new[] { "/shop/_downpage/pass", "/shop/maintenance-mode", "/shop/healthz" },
            site.Bypass.Select(bypass => bypass.Path).ToArray());
    }

    [TestMethod]
    [DataRow("_downpage", "/_downpage/assets/")]
    [DataRow("", "/assets/")]
    [DataRow("wwwroot/errors", "/errors/assets/")]
    public void AssetAddress_OfAFolder_IsWherePagesAskForIt(string folder, string address)
        => Assert.AreEqual(
            address, Sample.Site(Sample.Options("nginx"), Sample.Built with { PagesFolder = folder }).AssetAddress);

    [TestMethod]
    public void AssetAddress_OfPagesWithoutAssets_IsNone()
    {
        var built = Sample.Built with { Manifest = Sample.Built.Manifest with { Assets = [] } };

        Assert.IsNull(Sample.Site(Sample.Options("nginx"), built).AssetAddress);
    }

    [TestMethod]
    [DataRow("/srv/shop/", "/srv/shop")]
    [DataRow(@"C:\inetpub\shop", "C:/inetpub/shop")]
    [DataRow("/srv/my shop", "/srv/my shop")]
    public void DeployRoot_ThatIsAWholePath_HasNoSlashAtItsEnd(string given, string expected)
        => Assert.AreEqual(
            expected, Sample.Site(new FrontEndOptions { Servers = ["nginx"], DeployRoot = given }).DeployRoot);

    [TestMethod]
    [DataRow("srv/shop")]
    [DataRow("/srv/../etc")]
    [DataRow("/srv/shop\nreturn 200;")]
    public void DeployRoot_ThatIsNoWholePath_IsAnError(string given)
    {
        var reading = FrontEndReader.Read(new FrontEndOptions { Servers = ["nginx"], DeployRoot = given }, Sample.Built);

        var error = Assert.ContainsSingle(reading.Errors);
        Assert.AreEqual(DiagnosticCodes.FrontEndValueInvalid, error.Code);
        Assert.Contains(given, error.Message);
        Assert.IsNull(reading.Site);
    }

    [TestMethod]
    public void Values_ThatAreWrong_AreAllTold()
    {
        var options = Sample.Options("nginx");
        options.Prefix = "down";
        options.FlagFile = "../maintenance.on";
        options.Allow = ["10.0.0.0/33", "everybody"];
        options.Bypass = ["healthz", "/a?b"];
        options.Headers = [new("X Y", "1"), new("X-Y", "1\r\nSet-Cookie: a=b")];

        var reading = FrontEndReader.Read(options, Sample.Built);

        Assert.IsNull(reading.Site);
        foreach (var wrong in new[] { "'down'", "../maintenance.on", "10.0.0.0/33", "everybody", "'healthz'", "/a?b", "X Y", "X-Y" })
        {
            Assert.ContainsSingle(error => error.Message.Contains(wrong, StringComparison.Ordinal), reading.Errors, wrong);
        }
    }
}
