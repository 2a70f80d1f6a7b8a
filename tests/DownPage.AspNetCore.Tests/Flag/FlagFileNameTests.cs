using DownPage.FlagFile;

namespace DownPage.AspNetCore.Tests.Flag;

/// <summary>Where the flag is, for whoever writes it and whoever writes configuration that looks at it.</summary>
[TestClass]
public sealed class FlagFileNameTests
{
    [TestMethod]
    [DataRow(null, null, "maintenance.on", DisplayName = "nothing said")]
    [DataRow(null, "maintenance.json", "maintenance.on", DisplayName = "the default, said")]
    [DataRow(null, "/run/shop/down.json", "/run/shop/down.on", DisplayName = "beside a down file elsewhere")]
    [DataRow(null, "state.d/down", "state.d/down.on", DisplayName = "a down file without an ending")]
    [DataRow(null, @"C:\srv.d\down", @"C:\srv.d\down.on", DisplayName = "a dot in a folder of Windows")]
    [DataRow(null, "/run/.maintenance", "/run/.maintenance.on", DisplayName = "a name that is all ending")]
    [DataRow(null, "maintenance.on", "maintenance.on.on", DisplayName = "a down file of that ending")]
    [DataRow(null, "", null, DisplayName = "no down file")]
    [DataRow("", "maintenance.json", null, DisplayName = "none wanted")]
    [DataRow("/run/shop.flag", "maintenance.json", "/run/shop.flag", DisplayName = "another place")]
    [DataRow("shop.flag", "", "shop.flag", DisplayName = "another place, without a down file")]
    public void Of_Settings_IsTheFile(string? flagFile, string? downFile, string? expected)
        => Assert.AreEqual(expected, FlagFileName.Of(flagFile, downFile));
}
