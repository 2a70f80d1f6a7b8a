using System.Text;
using DownPage.Schedule;
using DownPage.Status;

namespace DownPage.AspNetCore.Tests.Status;

/// <summary>What the app writes of its state is what the command reads.</summary>
[TestClass]
public sealed class StatusDocumentTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 3, 0, 0, TimeSpan.Zero);

    [TestMethod]
    public void Status_WithEveryMember_IsReadBack()
    {
        var window = new WindowDefinition
        {
            Name = "backup",
            Days = [DayOfWeek.Sunday],
            Time = new TimeOnly(3, 0),
            Duration = TimeSpan.FromMinutes(30),
        };
        var status = new StatusDocument
        {
            Down = true,
            Source = "sharedStore",
            Revision = "9f86d081884c7d65",
            Mode = "readOnly",
            Scopes = ["path:/a"],
            Message = "<m>",
            Reason = "r",
            Actor = "a",
            Since = Now,
            Until = Now.AddHours(1),
            Window = "w",
            StatusCode = 503,
            RetryAfter = TimeSpan.FromMinutes(10),
            Refresh = TimeSpan.FromSeconds(30),
            RedirectTo = "/status",
            AllowNetworks = ["10.0.0.0/8"],
            Windows = [WindowStatus.Of(window, isConfigured: true, Now)],
            Nodes = [new NodeStatus("web-1:1", "none", true, Now, "p")],
            Problem = "q",
        };

        var written = StatusWriter.Write(status);
        var read = StatusReader.Read(written);

        Assert.AreEqual(Encoding.UTF8.GetString(written), Encoding.UTF8.GetString(StatusWriter.Write(read)));
        Assert.AreEqual(status.Nodes[0], read.Nodes[0]);
        Assert.AreEqual(new DateTimeOffset(2026, 11, 22, 3, 0, 0, TimeSpan.Zero), read.Windows[0].Start);
    }

    [TestMethod]
    public void Status_OfALaterVersion_IsReadForWhatIsKnown()
    {
        var status = StatusReader.Read("""{ "version": 9, "down": false, "new": [1], "nodes": [ { "name": 1 }, 7 ] }"""u8.ToArray());

        Assert.IsFalse(status.Down);
        Assert.IsEmpty(status.Nodes);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("null")]
    [DataRow("[]")]
    [DataRow("{}", DisplayName = "does not say whether it is down")]
    [DataRow("<html>", DisplayName = "a page, by somebody else")]
    public void Status_ThatIsNone_IsNotRead(string text)
        => Assert.ThrowsExactly<FormatException>(() => StatusReader.Read(Encoding.UTF8.GetBytes(text)));

    [TestMethod]
    public void Window_ThatIsOpen_SaysSince()
    {
        var status = WindowStatus.Of(
            new WindowDefinition { Name = "w", Start = "2026-11-21T02:00", End = "2026-11-21T04:00" }, isConfigured: false, Now);

        Assert.IsTrue(status.IsOpen);
        Assert.AreEqual(Now.AddHours(-1), status.Start);
        Assert.AreEqual(Now.AddHours(1), status.End);
    }

    [TestMethod]
    public void Window_ThatIsOver_HasNoTime()
    {
        var status = WindowStatus.Of(
            new WindowDefinition { Name = "w", Start = "2026-11-20T02:00", End = "2026-11-20T04:00" }, isConfigured: false, Now);

        Assert.IsFalse(status.IsOpen);
        Assert.IsNull(status.Start);
    }
}
