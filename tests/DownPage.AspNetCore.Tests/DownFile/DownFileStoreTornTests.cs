using DownPage.DownFile;

namespace DownPage.AspNetCore.Tests.DownFile;

[TestClass]
public sealed class DownFileStoreTornTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [TestMethod]
    [DataRow("", DisplayName = "emptied")]
    [DataRow("{ \"reason\": \"ne", DisplayName = "half of it")]
    public void Read_BeingWritten_IsReadWhenItIsWhole(string torn)
    {
        folder.Write("maintenance.json", torn);
        var settling = new DownFileStore(folder.PathOf("maintenance.json"))
        {
            Settle = () => folder.Write("maintenance.json", """{ "reason": "new" }"""),
        };

        Assert.AreEqual("new", settling.Read().Document?.Reason);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("garbage")]
    public void Read_EmptyOrTornForGood_WaitsOnce(string content)
    {
        folder.Write("maintenance.json", content);
        var waits = 0;
        var settling = new DownFileStore(folder.PathOf("maintenance.json")) { Settle = () => waits++ };

        var first = settling.Read();
        var second = settling.Read();

        Assert.AreEqual(1, waits);
        Assert.AreEqual(first.Failure, second.Failure);
        Assert.AreSame(first.Document, second.Document);
    }
}
