using DownPage.Tool.Apps;

namespace DownPage.Tool.Tests.Apps;

[TestClass]
public sealed class AppFolderTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [TestMethod]
    [DataRow("appsettings.json", "{}")]
    [DataRow("web.config", "<configuration/>")]
    [DataRow("Shop.runtimeconfig.json", "{}")]
    [DataRow("Shop.deps.json", "{}")]
    [DataRow("Shop.csproj", "<Project/>")]
    [DataRow("_downpage/downpages.json", "{}")]
    public void Open_WhatAnAppHas_IsAnApp(string file, string content)
    {
        folder.Write(file, content);

        var app = Open();

        Assert.AreEqual(folder.Root, app.Path);
        Assert.AreEqual(folder.PathOf("maintenance.json"), app.DownFile);
        Assert.AreEqual(folder.PathOf("_downpage"), app.PagesFolder);
        Assert.IsNull(app.Enabled);
        Assert.IsFalse(app.HasWindows);
        Assert.IsTrue(app.HonorsAppOffline);
    }

    [TestMethod]
    public void Open_NothingOfAnApp_SaysWhatToType()
    {
        folder.Write("readme.txt", "");

        var told = Assert.ThrowsExactly<ToolException>(() => Open());

        Assert.AreEqual("DP0501", told.Code);
        Assert.Contains($"'{folder.Root}' holds no app", told.Message);
        Assert.Contains("--app", told.Message);
        Assert.AreEqual("DP0501", Assert.ThrowsExactly<ToolException>(() => Open("none")).Code);
    }

    [TestMethod]
    public void Open_SettingsInAllPlaces_TheLaterWins()
    {
        folder.Write("appsettings.json", """
            {
              // Comments and commas too many are as the app reads them.
              "MaintenanceMode": { "DownFile": "a.json", "Enabled": true, "Pages": { "Folder": "pages" }, },
            }
            """);
        folder.Write("appsettings.Staging.json", """{ "maintenancemode": { "downfile": "b.json" } }""");
        Assert.AreEqual(folder.PathOf("a.json"), Open().DownFile, "Production");

        var staging = Open(".", ("ASPNETCORE_ENVIRONMENT", "Staging"));
        Assert.AreEqual(folder.PathOf("b.json"), staging.DownFile);
        Assert.AreEqual(folder.PathOf("pages"), staging.PagesFolder);
        Assert.IsTrue(staging.Enabled);

        var variable = Open(
            ".",
            ("DOTNET_ENVIRONMENT", "Staging"), ("MaintenanceMode__DownFile", "/var/c.json"), ("MAINTENANCEMODE__ENABLED", ""));
        Assert.AreEqual("/var/c.json", variable.DownFile);
        Assert.IsNull(variable.Enabled, "An empty text is no value.");
    }

    [TestMethod]
    public void Open_EmptyDownFile_IsNone()
    {
        folder.Write("appsettings.json", """{ "MaintenanceMode": { "DownFile": "" } }""");

        Assert.IsNull(Open().DownFile);
    }

    [TestMethod]
    public void Open_VariablesOfIis_AreTheAppsOwn()
    {
        folder.Write("appsettings.Test.json", """{ "MaintenanceMode": { "DownFile": "test.json" } }""");
        folder.Write("web.config", """
            <configuration><location path="."><system.webServer><aspNetCore processPath="dotnet">
              <environmentVariables>
                <environmentVariable name="ASPNETCORE_ENVIRONMENT" value="Test" />
                <environmentVariable name="MaintenanceMode__HonorAppOffline" value="false" />
              </environmentVariables>
            </aspNetCore></system.webServer></location></configuration>
            """);

        var app = Open();

        Assert.AreEqual(folder.PathOf("test.json"), app.DownFile);
        Assert.IsFalse(app.HonorsAppOffline);
    }

    [TestMethod]
    public void Open_Windows_AreRead()
    {
        folder.Write("appsettings.json", """
            { "MaintenanceMode": { "Windows": [
              { "Days": [ "Sunday" ], "Time": "03:00", "Duration": "00:30:00", "TimeZone": "Europe/Berlin" },
              { "Name": "month", "DaysOfMonth": [ -1 ], "Time": "23:00", "Duration": "01:00:00", "Mode": "ReadOnly" }
            ] } }
            """);

        var app = Open();
        var windows = AppWindows.Read(app.Settings);

        Assert.IsTrue(app.HasWindows);
        Assert.HasCount(2, windows);
        Assert.AreEqual("window 1", windows[0].Name);
        Assert.AreEqual(DayOfWeek.Sunday, Assert.ContainsSingle(windows[0].Days));
        Assert.AreEqual(-1, Assert.ContainsSingle(windows[1].DaysOfMonth));
    }

    [TestMethod]
    [DataRow("{ not json", "appsettings.json' cannot be read")]
    [DataRow("""{ "MaintenanceMode": { "Enabled": "maybe" } }""", "MaintenanceMode:Enabled is 'maybe'")]
    public void Open_SettingsThatCannotBe_AreTold(string settings, string expected)
    {
        folder.Write("appsettings.json", settings);

        var told = Assert.ThrowsExactly<ToolException>(() => Open());

        Assert.AreEqual("DP0502", told.Code);
        Assert.Contains(expected, told.Message);
        Assert.Contains("--file", told.Message);
    }

    private AppFolder Open(string path = ".", params (string Name, string Value)[] variables)
    {
        var values = variables.ToDictionary(variable => variable.Name, variable => variable.Value);
        return AppFolder.Open(path, new ToolContext
        {
            Out = TextWriter.Null,
            Error = TextWriter.Null,
            Directory = folder.Root,
            Variable = values.GetValueOrDefault,
            VariableNames = () => values.Keys,
        });
    }
}
