using System.Diagnostics;
using System.Runtime.Versioning;
using DownPage.DownFile;

namespace DownPage.AspNetCore.Tests.DownFile;

/// <summary>What has a file's name and is none: nobody must wait for it, and nobody must replace it.</summary>
[TestClass]
[OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
[UnsupportedOSPlatform("windows")]
public sealed class SpecialFileTests : IDisposable
{
    private readonly TempFolder folder = new();

    public TestContext TestContext { get; set; } = null!;

    private string Place => folder.PathOf("maintenance.json");

    public void Dispose() => folder.Dispose();

    [TestMethod]
    [Timeout(20_000, CooperativeCancellation = false)]
    public void Read_NamedPipe_IsAFailureAtOnce()
    {
        MakePipe(Place);

        var reading = new DownFileStore(Place).Read();

        Assert.AreEqual($"'{Place}' is a named pipe, where the down file should be", reading.Failure);
    }

    [TestMethod]
    [Timeout(20_000, CooperativeCancellation = false)]
    public void Read_NamedPipeInThePlaceOfAFile_IsAFailureAndThenTheFileAgain()
    {
        folder.Write("maintenance.json", "");
        var store = new DownFileStore(Place);
        var first = store.Read();
        Assert.AreSame(DownFileDocument.Empty, first.Document);
        Assert.AreSame(first, store.Read(), "an empty file is read again");

        File.Delete(Place);
        MakePipe(Place);
        Assert.IsNotNull(store.Read().Failure);

        File.Delete(Place);
        folder.Write("maintenance.json", """{ "reason": "one" }""");
        Assert.AreEqual("one", store.Read().Document?.Reason);
    }

    [TestMethod]
    [Timeout(20_000, CooperativeCancellation = false)]
    [DataRow("/dev/null", DisplayName = "Renaming over it would take it from the whole machine.")]
    [DataRow("/dev/zero")]
    [DataRow("/dev/tty")]
    public async Task Write_LinkToADevice_IsRefusedAndTheDeviceStays(string device)
    {
        File.CreateSymbolicLink(Place, device);
        var store = new DownFileStore(Place);

        Assert.AreEqual($"'{Place}' is a device, where the down file should be", store.Read().Failure);
        await Assert.ThrowsExactlyAsync<DownFileException>(
            () => store.WriteAsync(_ => DownFileDocument.Empty, TestContext.CancellationToken));

        Assert.AreEqual("a device", SpecialFile.KindOf(device));
    }

    [TestMethod]
    public void KindOf_FileFolderNothing_IsNull()
    {
        Assert.IsNull(SpecialFile.KindOf(folder.Write("empty", "")));
        Assert.IsNull(SpecialFile.KindOf(folder.Write("full", "x")));
        Assert.IsNull(SpecialFile.KindOf(folder.Root));
        Assert.IsNull(SpecialFile.KindOf(folder.PathOf("none")));
        File.CreateSymbolicLink(folder.PathOf("dangling"), folder.PathOf("none"));
        Assert.IsNull(SpecialFile.KindOf(folder.PathOf("dangling")));
    }

    private static void MakePipe(string path)
    {
        using var mkfifo = Process.Start("mkfifo", [path]);
        mkfifo.WaitForExit();
        Assert.AreEqual(0, mkfifo.ExitCode);
    }
}
