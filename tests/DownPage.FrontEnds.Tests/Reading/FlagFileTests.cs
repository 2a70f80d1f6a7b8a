namespace DownPage.FrontEnds.Tests.Reading;

/// <summary>Configuration looks at the flag that the app keeps.</summary>
[TestClass]
public sealed class FlagFileTests
{
    [TestMethod]
    [DataRow(null, null, null, "/srv/shop/maintenance.on", DisplayName = "nothing said")]
    [DataRow(null, null, "state/down.json", "/srv/shop/state/down.on", DisplayName = "beside the down file")]
    [DataRow(null, "run/shop.flag", "state/down.json", "/srv/shop/run/shop.flag", DisplayName = "the app's own")]
    [DataRow(null, "/var/lib/shop/maintenance.on", null, "/var/lib/shop/maintenance.on", DisplayName = "the app's own, whole")]
    [DataRow("/run/shop.on", "/var/lib/shop/maintenance.on", null, "/run/shop.on", DisplayName = "the project's, as the server sees it")]
    [DataRow(null, "", null, "/srv/shop/maintenance.on", DisplayName = "none: something to make by hand")]
    [DataRow(null, null, "", "/srv/shop/maintenance.on", DisplayName = "no down file")]
    public void FlagFile_OfProjectAndSettings_IsTheFirstThatSaysIt(string? project, string? flagFile, string? downFile, string expected)
    {
        var settings = new (string Key, string? Value)[] { ("FlagFile", flagFile), ("DownFile", downFile) }
            .Where(setting => setting.Value is not null)
            .Select(setting => (setting.Key, setting.Value ?? ""))
            .ToArray();
        var options = Sample.Options("nginx");
        options.FlagFile = project;

        var site = Sample.Site(options, Sample.Built with { Settings = Sample.Settings(settings) });

        Assert.AreEqual(expected, site.FlagFile);
    }

    [TestMethod]
    public void FlagFile_OfTheSettingsThatLeadsOut_IsRefusedByItsName()
    {
        var reading = FrontEndReader.Read(
            Sample.Options("nginx"), Sample.Built with { Settings = Sample.Settings(("FlagFile", "../shop.on")) });

        Assert.Contains("MaintenanceMode:FlagFile '../shop.on' cannot be used", Assert.ContainsSingle(reading.Errors).Message);
    }
}
