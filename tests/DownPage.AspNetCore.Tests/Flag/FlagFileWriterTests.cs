using System.Diagnostics;
using System.Runtime.Versioning;
using DownPage.FlagFile;

namespace DownPage.AspNetCore.Tests.Flag;

/// <summary>The flag on the disk, and what may stand in its place.</summary>
[TestClass]
public sealed class FlagFileWriterTests : IDisposable
{
    private readonly TempFolder folder = new();

    private string Flag => folder.PathOf("maintenance.on");

    public void Dispose() => folder.Dispose();

    [TestMethod]
    public void Put_WantedAndNot_IsThereAndSaysWhatItIsAndIsGone()
    {
        Assert.IsNull(FlagFileWriter.Put(Flag, wanted: true));
        Assert.AreEqual("Written by DownPage while the site is down; `downpage up` removes it.\n", File.ReadAllText(Flag));
        Assert.HasCount(1, Directory.GetFileSystemEntries(folder.Root), "nothing else is left");

        Assert.IsNull(FlagFileWriter.Put(Flag, wanted: false));
        Assert.IsEmpty(Directory.GetFileSystemEntries(folder.Root));
    }

    [TestMethod]
    public void Put_AsItIs_TouchesNothing()
    {
        folder.Write("maintenance.on", "by hand");
        File.SetLastWriteTimeUtc(Flag, DateTime.UnixEpoch);

        Assert.IsNull(FlagFileWriter.Put(Flag, wanted: true));
        Assert.AreEqual(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(Flag));

        Assert.IsNull(FlagFileWriter.Put(folder.PathOf("none/of/this"), wanted: false));
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    [UnsupportedOSPlatform("windows")]
    public void Put_WhateverTheUmask_EverybodyMayReadIt()
    {
        Assert.IsNull(FlagFileWriter.Put(Flag, wanted: true));

        Assert.AreEqual(
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead,
            File.GetUnixFileMode(Flag));
    }

    [TestMethod]
    [DataRow("", DisplayName = "touch")]
    [DataRow("\n", DisplayName = "echo")]
    [DataRow("Written by DownPage while something else is said.", DisplayName = "another version's")]
    public void Put_NotWanted_RemovesWhatIsAFlag(string content)
    {
        folder.Write("maintenance.on", content);

        Assert.IsNull(FlagFileWriter.Put(Flag, wanted: false));

        Assert.IsFalse(File.Exists(Flag));
    }

    [TestMethod]
    [DataRow(10, DisplayName = "short")]
    [DataRow(100_000, DisplayName = "long")]
    public void Put_NotWanted_LeavesAFileThatIsNoFlag(int length)
    {
        folder.Write("maintenance.on", new string('x', length));

        var problem = FlagFileWriter.Put(Flag, wanted: false);

        Assert.StartsWith($"'{Flag}' cannot be removed: it holds something else than a flag does. ", problem ?? "");
        Assert.Contains("go on showing the maintenance page: remove it by hand", problem ?? "");
        Assert.IsTrue(File.Exists(Flag));
    }

    [TestMethod]
    public void Put_WhereAFolderIs_IsToldWithWhatToDo()
    {
        Directory.CreateDirectory(Flag);

        var problem = FlagFileWriter.Put(Flag, wanted: true);

        Assert.StartsWith($"'{Flag}' cannot be written: it is a folder. The app answers by itself meanwhile", problem ?? "");
        Assert.Contains("MaintenanceMode:FlagFile", problem ?? "");
        Assert.IsNull(FlagFileWriter.Put(Flag, wanted: false), "servers look for a file");
        Assert.IsTrue(Directory.Exists(Flag));
    }

    [TestMethod]
    [DataRow("none/maintenance.on", DisplayName = "no folder")]
    [DataRow("/proc/maintenance.on", DisplayName = "where nobody may write")]
    [DataRow("a\0b", DisplayName = "NUL")]
    public void Put_WhereNoneCanBe_IsTold(string place)
    {
        var problem = FlagFileWriter.Put(folder.PathOf(place), wanted: true);

        Assert.StartsWith($"'{folder.PathOf(place)}' cannot be written: ", problem ?? "");
        Assert.IsEmpty(Directory.GetFileSystemEntries(folder.Root));
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void Put_LinkThatLeadsNowhere_IsReplacedAndNothingIsMadeWhereItLeads()
    {
        File.CreateSymbolicLink(Flag, folder.PathOf("nowhere"));

        Assert.IsNull(FlagFileWriter.Put(Flag, wanted: true));

        Assert.IsNull(new FileInfo(Flag).LinkTarget);
        Assert.IsTrue(FlagFileWriter.IsThere(Flag));
        Assert.IsFalse(File.Exists(folder.PathOf("nowhere")));
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void IsThere_LinksInACircle_AreNone()
    {
        File.CreateSymbolicLink(Flag, folder.PathOf("second"));
        File.CreateSymbolicLink(folder.PathOf("second"), Flag);

        Assert.IsFalse(FlagFileWriter.IsThere(Flag));
        Assert.IsNull(FlagFileWriter.Put(Flag, wanted: true));
        Assert.IsTrue(FlagFileWriter.IsThere(Flag));
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void Put_LinkToAFlag_IsRemovedAndWhatItLeadsToStays()
    {
        folder.Write("shared.on", "");
        File.CreateSymbolicLink(Flag, "shared.on");

        Assert.IsNull(FlagFileWriter.Put(Flag, wanted: false));

        Assert.IsFalse(File.Exists(Flag));
        Assert.IsTrue(File.Exists(folder.PathOf("shared.on")));
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public void Put_LinkToAFileThatIsNoFlag_IsLeft()
    {
        folder.Write("settings.json", """{ "a": "a link is short, what it leads to is what counts" }""");
        File.CreateSymbolicLink(Flag, "settings.json");

        Assert.IsNotNull(FlagFileWriter.Put(Flag, wanted: false));

        Assert.IsTrue(File.Exists(Flag));
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    [DataRow("/dev/null", "a device")]
    [DataRow("pipe", "a named pipe")]
    [Timeout(30_000, CooperativeCancellation = false)]
    public void Put_SpecialFile_IsNeitherOpenedNorRemoved(string target, string kind)
    {
        if (target == "pipe")
        {
            target = folder.PathOf(target);
            using var made = Process.Start("mkfifo", [target]);
            made.WaitForExit();
        }

        File.CreateSymbolicLink(Flag, target);

        Assert.Contains($"it is {kind}", FlagFileWriter.Put(Flag, wanted: false) ?? "");

        Assert.IsTrue(File.Exists(target));
    }
}
