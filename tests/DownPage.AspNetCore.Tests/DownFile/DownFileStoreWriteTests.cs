using DownPage.DownFile;

namespace DownPage.AspNetCore.Tests.DownFile;

[TestClass]
public sealed class DownFileStoreWriteTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly string path;
    private readonly DownFileStore store;

    public DownFileStoreWriteTests()
    {
        path = folder.PathOf("maintenance.json");
        store = new DownFileStore(path);
    }

    public required TestContext TestContext { get; init; }

    public void Dispose() => folder.Dispose();

    [TestMethod]
    public async Task Write_NothingThere_MakesTheFile()
    {
        DownFileDocument? given = DownFileDocument.Empty;

        await Write(before =>
        {
            given = before;
            return new DownFileDocument { Reason = "migration" };
        });

        Assert.IsNull(given);
        Assert.AreEqual("migration", store.Read().Document?.Reason);
        AssertFiles("maintenance.json", "maintenance.json.lock");
        if (!OperatingSystem.IsWindows())
        {
            Assert.AreEqual("644", Convert.ToString((int)File.GetUnixFileMode(path), 8));
        }
    }

    [TestMethod]
    public async Task Write_SomethingThere_ChangesIt()
    {
        folder.Write("maintenance.json", """{ "reason": "one", "retryAfter": "soon", "_note": "kept" }""");

        await Write(before => before is null ? null : before with { Reason = "two", Message = "Hello" });

        var document = store.Read().Document;
        Assert.AreEqual("two", document?.Reason);
        Assert.AreEqual("Hello", document?.Message);
        Assert.AreEqual("""{"retryAfter":"soon","_note":"kept"}""", document?.Unknown?.ToJsonString());
    }

    [TestMethod]
    public async Task Write_Null_Deletes()
    {
        folder.Write("maintenance.json", "{}");

        await Write(_ => null);
        AssertFiles("maintenance.json.lock");

        await Write(_ => null);
        AssertFiles("maintenance.json.lock");
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("{ \"reason\": \"as somebody wrote it\", }")]
    public async Task Write_TheSame_WritesNothing(string content)
    {
        folder.Write("maintenance.json", content);

        await Write(before => before);

        Assert.AreEqual(content, File.ReadAllText(path));
    }

    [TestMethod]
    public async Task Write_WhatCannotBeRead_IsNotWrittenOver()
    {
        folder.Write("maintenance.json", "{ \"down\": yes");

        var refusal = await Assert.ThrowsAsync<IOException>(() => Write(_ => DownFileDocument.Empty));

        Assert.StartsWith($"'{path}' cannot be read: it is no JSON: ", refusal.Message);
        Assert.EndsWith("What it holds is not written over: mend it, or delete it, and try again.", refusal.Message);
        Assert.AreEqual("{ \"down\": yes", File.ReadAllText(path));
    }

    [TestMethod]
    public async Task Write_AFolder_IsRefused()
    {
        folder.Write("maintenance.json/file", "");

        var refusal = await Assert.ThrowsAsync<IOException>(() => Write(_ => DownFileDocument.Empty));

        Assert.StartsWith($"'{path}' is a folder", refusal.Message);
    }

    [TestMethod]
    public async Task Write_ChangeThrows_LeavesEverything()
    {
        folder.Write("maintenance.json", "{}");

        await Assert.ThrowsExactlyAsync<ArgumentException>(() => Write(_ => throw new ArgumentException("no")));
        Assert.AreEqual("{}", File.ReadAllText(path));

        await Write(_ => null);
        AssertFiles("maintenance.json.lock");
    }

    [TestMethod]
    public async Task Write_DiskFull_ChangesNothing()
    {
        folder.Write("maintenance.json", "{}");
        var full = new DownFileStore(path)
        {
            Fill = (file, bytes) =>
            {
                file.Write(bytes.AsSpan(0, bytes.Length / 2));
                throw new IOException("No space left on device.");
            },
        };

        var refusal = await Assert.ThrowsAsync<IOException>(
            () => full.WriteAsync(_ => new DownFileDocument { Reason = "x" }, TestContext.CancellationToken));

        Assert.StartsWith(
            $"'{path}' cannot be written, and nothing has changed: No space left on device. The app's user needs",
            refusal.Message);
        Assert.AreEqual("{}", File.ReadAllText(path));
        AssertFiles("maintenance.json", "maintenance.json.lock");
    }

    [TestMethod]
    public async Task Write_TooLarge_ChangesNothing()
    {
        folder.Write("maintenance.json", "{}");

        var refusal = await Assert.ThrowsAsync<IOException>(
            () => Write(before => before is null ? null : before with { Scopes = [new string('x', 300_000)] }));

        Assert.Contains("larger than 256 KiB", refusal.Message);
        Assert.AreEqual("{}", File.ReadAllText(path));
    }

    [TestMethod]
    [DataRow("none/maintenance.json", DisplayName = "no folder")]
    [DataRow("file/maintenance.json", DisplayName = "in a file")]
    [DataRow("a\0b", DisplayName = "NUL")]
    [DataRow("/proc/maintenance.json", DisplayName = "where nobody may write")]
    public async Task Write_NoPlace_IsRefused(string place)
    {
        folder.Write("file", "");
        var nowhere = new DownFileStore(folder.PathOf(place));

        var refusal = await Assert.ThrowsAsync<IOException>(
            () => nowhere.WriteAsync(_ => DownFileDocument.Empty, TestContext.CancellationToken));

        Assert.StartsWith($"'{folder.PathOf(place)}' cannot be written, and nothing has changed: ", refusal.Message);
        AssertFiles("file");
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public async Task Write_ThroughLinks_ReplacesWhatTheyLeadTo()
    {
        folder.Write("shared/real.json", "{}");
        File.CreateSymbolicLink(folder.PathOf("second"), "shared/real.json");
        File.CreateSymbolicLink(path, "second");

        await Write(_ => new DownFileDocument { Reason = "linked" });
        Assert.AreEqual("second", new FileInfo(path).LinkTarget);
        Assert.AreEqual("linked", new DownFileStore(folder.PathOf("shared/real.json")).Read().Document?.Reason);

        await Write(_ => null);
        Assert.AreEqual("second", new FileInfo(path).LinkTarget, "the link stays");
        Assert.IsFalse(File.Exists(folder.PathOf("shared/real.json")));

        await Write(_ => DownFileDocument.Empty);
        Assert.IsTrue(File.Exists(folder.PathOf("shared/real.json")), "made where the link leads");
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    public async Task Write_LinksInACircle_IsRefused()
    {
        File.CreateSymbolicLink(path, "second");
        File.CreateSymbolicLink(folder.PathOf("second"), "maintenance.json");

        var refusal = await Assert.ThrowsAsync<IOException>(() => Write(_ => DownFileDocument.Empty));

        Assert.StartsWith($"'{path}' cannot be written", refusal.Message);
    }

    private Task Write(Func<DownFileDocument?, DownFileDocument?> change)
        => store.WriteAsync(change, TestContext.CancellationToken);

    private void AssertFiles(params string[] expected)
        => CollectionAssert.AreEquivalent(expected, Directory.GetFiles(folder.Root).Select(Path.GetFileName).ToArray());
}
