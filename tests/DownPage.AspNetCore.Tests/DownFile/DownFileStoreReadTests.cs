using System.Diagnostics;
using System.Runtime.Versioning;
using DownPage.DownFile;

namespace DownPage.AspNetCore.Tests.DownFile;

[TestClass]
public sealed class DownFileStoreReadTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly DownFileStore store;

    public DownFileStoreReadTests() => store = new DownFileStore(folder.PathOf("maintenance.json"));

    public void Dispose() => folder.Dispose();

    [TestMethod]
    public void Read_CreatedChangedRenamedRemoved_FollowsTheFile()
    {
        Assert.AreSame(DownFileReading.Absent, store.Read());
        Assert.AreSame(DownFileReading.Absent, store.Read(), "once more");

        var path = folder.Write("maintenance.json", "");
        Assert.AreSame(DownFileDocument.Empty, store.Read().Document);

        folder.Write("maintenance.json", """{ "reason": "one" }""");
        Assert.AreEqual("one", store.Read().Document?.Reason);

        File.Move(folder.Write("new.json", """{ "reason": "two" }"""), path, overwrite: true);
        Assert.AreEqual("two", store.Read().Document?.Reason);

        File.Move(path, folder.PathOf("elsewhere.json"));
        Assert.AreSame(DownFileReading.Absent, store.Read());

        File.Move(folder.PathOf("elsewhere.json"), path);
        Assert.AreEqual("two", store.Read().Document?.Reason);
    }

    [TestMethod]
    public void Read_NothingChanged_IsTheSameReading()
    {
        folder.Write("maintenance.json", """{ "reason": "one" }""");
        var first = store.Read();

        folder.Write("maintenance.json", """{ "reason": "one" }""");
        Assert.AreSame(first, store.Read());

        folder.Write("maintenance.json", """{ "reason": "two" }""");
        Assert.AreNotSame(first, store.Read());
    }

    [TestMethod]
    public void Read_NoFolder_IsAbsent()
    {
        Assert.AreSame(DownFileReading.Absent, new DownFileStore(folder.PathOf("none/maintenance.json")).Read());
        folder.Write("file", "");
        Assert.AreSame(
            DownFileReading.Absent, new DownFileStore(folder.PathOf("file/maintenance.json")).Read(), "in a file");
    }

    [TestMethod]
    public void Read_AFolder_Fails()
    {
        var path = folder.PathOf("maintenance.json");
        Assert.AreSame(DownFileReading.Absent, store.Read());

        Directory.CreateDirectory(path);

        AssertFails($"'{path}' is a folder, where the down file should be", store.Read());
    }

    [TestMethod]
    public void Read_Locked_FailsUntilItIsNot()
    {
        var path = folder.Write("maintenance.json", "{}");
        using (new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            AssertFails($"'{path}' cannot be read: ", store.Read());
        }

        Assert.IsNotNull(store.Read().Document);
    }

    [TestMethod]
    public void Read_NoJson_FailsWithThePlace()
    {
        var path = folder.Write("maintenance.json", "{\n  \"down\": yes\n}");

        AssertFails(
            $"'{path}' cannot be read: it is no JSON: 'y' is an invalid start of a value (line 2, column 11)",
            store.Read());
    }

    [TestMethod]
    public void Read_Oversized_FailsWithoutReadingIt()
    {
        var path = folder.PathOf("maintenance.json");
        using (var file = File.Create(path))
        {
            file.SetLength(50L * 1024 * 1024 * 1024);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var reading = store.Read();

        AssertFails($"'{path}' cannot be read: it is larger than 256 KiB", reading);
        Assert.IsLessThan(2_000_000L, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [TestMethod]
    public void Read_WarningsOfMembers_NameTheFile()
    {
        var path = folder.Write("maintenance.json", """{ "statusCode": 302 }""");

        Assert.StartsWith($"'{path}': statusCode is 302; ", Assert.ContainsSingle(store.Read().Warnings));
    }

    [TestMethod]
    [DataRow("", DisplayName = "no path")]
    [DataRow("a\0b", DisplayName = "NUL")]
    public void Read_NoPath_Fails(string path) => Assert.IsNotNull(new DownFileStore(path).Read().Failure);

    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    [DataRow("/proc/self/mem", DisplayName = "an error of reading")]
    [DataRow("/proc/self/status", DisplayName = "a file that says it is empty, and is not")]
    public void Read_WhatIsNoFile_Fails(string path)
        => AssertFails($"'{path}' cannot be read: ", new DownFileStore(path).Read());

    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    [UnsupportedOSPlatform("windows")]
    public void Read_NoRight_Fails()
    {
        // What is for writing only, not even the administrator may read.
        var path = "/proc/sys/net/ipv4/route/flush";
        if (!Environment.IsPrivilegedProcess)
        {
            path = folder.Write("maintenance.json", "{}");
            File.SetUnixFileMode(path, UnixFileMode.None);
        }

        AssertFails($"'{path}' cannot be read: ", new DownFileStore(path).Read());
    }

    [TestMethod]
    [OSCondition(OperatingSystems.Linux)]
    public void Read_LinksAsKubernetesMakesThem_FollowTheSwap()
    {
        folder.Write("..1/maintenance.json", """{ "reason": "one" }""");
        folder.Write("..2/maintenance.json", """{ "reason": "two" }""");
        Directory.CreateSymbolicLink(folder.PathOf("..data"), "..1");
        File.CreateSymbolicLink(folder.PathOf("maintenance.json"), "..data/maintenance.json");
        Assert.AreEqual("one", store.Read().Document?.Reason);

        Directory.CreateSymbolicLink(folder.PathOf("..data_tmp"), "..2");
        using (var rename = Process.Start("mv", ["-T", folder.PathOf("..data_tmp"), folder.PathOf("..data")]))
        {
            rename.WaitForExit();
            Assert.AreEqual(0, rename.ExitCode);
        }

        Assert.AreEqual("two", store.Read().Document?.Reason);

        File.Delete(folder.PathOf("..2/maintenance.json"));
        Assert.AreSame(DownFileReading.Absent, store.Read(), "the link leads nowhere");
    }

    private static void AssertFails(string expected, DownFileReading reading)
    {
        Assert.IsNull(reading.Document);
        Assert.IsNotNull(reading.Failure);
        Assert.StartsWith(expected, reading.Failure);
    }
}
