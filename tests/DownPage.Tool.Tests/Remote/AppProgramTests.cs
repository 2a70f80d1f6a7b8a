using System.Runtime.Versioning;
using DownPage.RenderProtocol;
using DownPage.Tool.Targets;

namespace DownPage.Tool.Tests.Remote;

/// <summary>Which program of a folder is the app.</summary>
[TestClass]
public sealed class AppProgramTests
{
    private const string WithMaintenance = """{ "libraries": { "DownPage.AspNetCore/1.0.0": {} } }""";

    [TestMethod]
    public void Folder_OfAPublishedApp_IsStartedByDotnet()
    {
        using var folder = new TempFolder();
        Publish(folder, "Shop", WithMaintenance);

        var program = AppProgram.Find(folder.Root);

        Assert.ContainsSingle(program.Arguments);
        Assert.AreEqual(folder.PathOf("Shop.dll"), program.Arguments[0]);
    }

    [TestMethod]
    public void Folder_WithAnotherProgramBesideTheApp_KnowsTheAppByItsPackage()
    {
        using var folder = new TempFolder();
        Publish(folder, "Migrations", "{}");
        Publish(folder, "Shop", WithMaintenance);

        Assert.AreEqual(folder.PathOf("Shop.dll"), AppProgram.Find(folder.Root).Arguments[0]);
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    [UnsupportedOSPlatform("windows")]
    public void Folder_OfANativeApp_HasOneProgram()
    {
        using var folder = new TempFolder();
        Program(folder, "Shop");
        Program(folder, "Shop.dbg");
        folder.Write("appsettings.json", "{}");

        var program = AppProgram.Find(folder.Root);

        Assert.AreEqual(folder.PathOf("Shop"), program.File);
        Assert.IsEmpty(program.Arguments);
    }

    [TestMethod]
    [DataRow("none", DiagnosticCodes.AppNotFound, "There is no folder")]
    [DataRow("empty", DiagnosticCodes.AppNotFound, "There is no published app")]
    [DataRow("project", DiagnosticCodes.AppNotFound, "is a project: publish it")]
    [DataRow("without", DiagnosticCodes.AppWithoutMaintenance, "without the package DownPage.AspNetCore")]
    [DataRow("two", DiagnosticCodes.AppNotFound, "several apps (Admin, Shop)")]
    public void Folder_WithoutOneApp_IsRefused(string kind, string code, string expected)
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder.PathOf("empty"));
        folder.Write("project/Shop.csproj", "<Project />");
        Publish(folder, "without/Shop", "{}");
        Publish(folder, "two/Shop", WithMaintenance);
        Publish(folder, "two/Admin", WithMaintenance);

        var told = Assert.ThrowsExactly<ToolException>(() => AppProgram.Find(folder.PathOf(kind)));

        Assert.AreEqual(code, told.Code);
        Assert.Contains(expected, told.Message);
    }

    private static void Publish(TempFolder folder, string name, string dependencies)
    {
        folder.Write(name + ".dll", "");
        folder.Write(name + ".runtimeconfig.json", "{}");
        folder.Write(name + ".deps.json", dependencies);
    }

    [UnsupportedOSPlatform("windows")]
    private static void Program(TempFolder folder, string name)
        => File.SetUnixFileMode(folder.Write(name, ""), UnixFileMode.UserRead | UnixFileMode.UserExecute);
}
