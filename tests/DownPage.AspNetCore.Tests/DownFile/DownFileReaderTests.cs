using System.Text;
using DownPage.DownFile;

namespace DownPage.AspNetCore.Tests.DownFile;

[TestClass]
public sealed class DownFileReaderTests
{
    [TestMethod]
    public void Read_TheSample_IsReadWholly()
    {
        var reading = DownFileReader.Read(DownFileSample.Bytes);

        Assert.IsNull(reading.Failure);
        Assert.IsEmpty(reading.Warnings);
        var document = Document(reading);
        Assert.IsTrue(document.Down);
        Assert.AreEqual("readOnly", document.Mode);
        CollectionAssert.AreEqual(new[] { "path:/billing", "group:reports" }, document.Scopes?.ToArray());
        Assert.AreEqual("We are moving the orders. Back at six.", document.Message);
        Assert.AreEqual("migration 42", document.Reason);
        Assert.AreEqual("anna", document.Actor);
        Assert.AreEqual(new DateTimeOffset(2026, 11, 21, 3, 0, 0, TimeSpan.Zero), document.Since);
        Assert.AreEqual(new DateTimeOffset(2026, 11, 21, 6, 0, 0, TimeSpan.Zero), document.Until);
        Assert.IsNull(document.LiftedAt);
        Assert.AreEqual(503, document.StatusCode);
        Assert.AreEqual(TimeSpan.FromMinutes(10), document.RetryAfter);
        Assert.AreEqual(TimeSpan.FromSeconds(30), document.Refresh);
        Assert.AreEqual("/status", document.RedirectTo);
        CollectionAssert.AreEqual(new[] { "203.0.113.0/24" }, document.AllowNetworks?.ToArray());
        Assert.AreEqual("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", document.BypassSecretHash);
        Assert.AreEqual(1, document.BypassGeneration);
        var window = Assert.ContainsSingle(document.Windows);
        Assert.AreEqual("backup", window.Name);
        CollectionAssert.AreEqual(new[] { DayOfWeek.Sunday }, window.Days.ToArray());
        Assert.AreEqual(new TimeOnly(3, 0), window.Time);
        Assert.AreEqual(TimeSpan.FromMinutes(30), window.Duration);
        Assert.AreEqual("Europe/Berlin", window.TimeZone);
        Assert.IsNull(document.Unknown);
    }

    [TestMethod]
    [DataRow("", DisplayName = "touch maintenance.json")]
    [DataRow(" \r\n\t ", DisplayName = "white space")]
    [DataRow("\uFEFF", DisplayName = "a byte order mark")]
    [DataRow("\uFEFF\r\n", DisplayName = "a byte order mark and a line end")]
    public void Read_Nothing_IsEmpty(string text)
    {
        foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            if (encoding != Encoding.UTF8 && !text.StartsWith('\uFEFF'))
            {
                continue;
            }

            var reading = DownFileReader.Read(encoding.GetBytes(text));

            Assert.AreSame(DownFileDocument.Empty, reading.Document, encoding.WebName);
            Assert.IsNull(reading.Failure);
        }
    }

    [TestMethod]
    [DataRow("""{}""", DisplayName = "an empty object")]
    [DataRow("""{ "down": true }""")]
    [DataRow("""{ "down": null }""")]
    [DataRow("""{ "down": "no" }""", DisplayName = "neither true nor false")]
    [DataRow("""{ "down": 0 }""", DisplayName = "a number")]
    public void Read_NotSaidToBeUp_IsDown(string json) => Assert.IsTrue(Document(Read(json)).Down);

    [TestMethod]
    [DataRow("""{ "down": false }""")]
    [DataRow("""{ "down": "false" }""")]
    [DataRow("""{ "Down": false }""", DisplayName = "as in the options")]
    [DataRow("""{ "down": true, "down": false }""", DisplayName = "twice: the last counts")]
    [DataRow("""{ "down": true, "DOWN": false, }""", DisplayName = "twice, and a comma too many")]
    [DataRow("""
        // since three
        { "down": /* not any more */ false }
        """, DisplayName = "comments")]
    public void Read_SaidToBeUp_IsUp(string json)
    {
        var reading = Read(json);

        Assert.IsFalse(Document(reading).Down);
        Assert.IsEmpty(reading.Warnings);
    }

    [TestMethod]
    [DataRow("null", "it holds JSON, but no object: it must be empty or begin with '{'")]
    [DataRow("[]", "it holds JSON, but no object: it must be empty or begin with '{'")]
    [DataRow("503", "it holds JSON, but no object: it must be empty or begin with '{'")]
    [DataRow("down", "it is no JSON: 'd' is an invalid start of a value (line 1, column 1)")]
    [DataRow("{\n  \"down\": yes\n}", "it is no JSON: 'y' is an invalid start of a value (line 2, column 11)")]
    [DataRow("{ \"down\": true", "it is no JSON: ", DisplayName = "torn")]
    [DataRow("{} {}", "it is no JSON: ", DisplayName = "two objects")]
    [DataRow("\0\0\0\0", "it is no JSON: ", DisplayName = "what a disk leaves after a loss of power")]
    [DataRow("// nothing", "it is no JSON: ", DisplayName = "a comment alone")]
    public void Read_NoObject_Fails(string text, string failure)
    {
        var reading = Read(text);

        Assert.IsNull(reading.Document);
        Assert.IsNotNull(reading.Failure);
        Assert.StartsWith(failure, reading.Failure);
    }

    [TestMethod]
    public void Read_TooDeepOrTooLarge_Fails()
    {
        Assert.IsNotNull(Read($$"""{ "x": {{new string('[', 40)}}{{new string(']', 40)}} }""").Failure);
        Assert.IsNotNull(Read(new string('[', 200_000)).Failure);
        Assert.AreEqual("it is larger than 256 KiB", Read("{" + new string(' ', 256 * 1024) + "}").Failure);
        Assert.IsNull(Read("{" + new string(' ', (256 * 1024) - 2) + "}").Failure);
    }

    [TestMethod]
    public void Read_NotUtf8_IsReadWithAWarning()
    {
        var reading = DownFileReader.Read([.. "{ \"message\": \"f"u8, 0xFC, .. "nf\" }"u8]);

        Assert.AreEqual("f\uFFFDnf", Document(reading).Message);
        Assert.StartsWith("Not all of it is UTF-8, ", Assert.ContainsSingle(reading.Warnings));
    }

    [TestMethod]
    public void Read_Utf16_IsRead()
    {
        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            var reading = DownFileReader.Read(
                [.. encoding.Preamble, .. encoding.GetBytes("{ \"message\": \"fünf\" }\r\n")]);

            Assert.AreEqual("fünf", Document(reading).Message);
        }
    }

    private static DownFileReading Read(string json) => DownFileReader.Read(Encoding.UTF8.GetBytes(json));

    private static DownFileDocument Document(DownFileReading reading)
    {
        Assert.IsNull(reading.Failure);
        Assert.IsNotNull(reading.Document);
        return reading.Document;
    }
}
