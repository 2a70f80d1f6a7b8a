using System.Text;
using DownPage.DownFile;

namespace DownPage.AspNetCore.Tests.DownFile;

[TestClass]
public sealed class DownFileMembersTests
{
    [TestMethod]
    [DataRow("600", 600)]
    [DataRow("0", 0)]
    [DataRow("1.5", 1.5)]
    [DataRow("6e2", 600)]
    [DataRow("\"600\"", 600)]
    [DataRow("\"10m\"", 600)]
    [DataRow("\"00:10:00\"", 600)]
    [DataRow("2592000", 2592000, DisplayName = "30 days")]
    public void Read_RetryAfter_IsALengthOfTime(string value, double seconds)
    {
        var reading = Read($$"""{ "retryAfter": {{value}} }""");

        Assert.AreEqual(TimeSpan.FromSeconds(seconds), Document(reading).RetryAfter);
        Assert.IsEmpty(reading.Warnings);
    }

    [TestMethod]
    [DataRow("mode", "\"half\"")]
    [DataRow("mode", "1")]
    [DataRow("scopes", "\"path:/billing\"", DisplayName = "no list")]
    [DataRow("message", "42")]
    [DataRow("message", "\"\\ud83d\"", DisplayName = "half a surrogate pair")]
    [DataRow("since", "\"2026-11-21T03:00:00\"", DisplayName = "no offset")]
    [DataRow("until", "\"six\"")]
    [DataRow("until", "1795240800")]
    [DataRow("liftedAt", "false")]
    [DataRow("statusCode", "302")]
    [DataRow("statusCode", "600")]
    [DataRow("statusCode", "503.5")]
    [DataRow("statusCode", "1e99")]
    [DataRow("retryAfter", "-1")]
    [DataRow("retryAfter", "2592001")]
    [DataRow("retryAfter", "1e999")]
    [DataRow("retryAfter", "\"soon\"")]
    [DataRow("refresh", "0")]
    [DataRow("refresh", "86401")]
    [DataRow("redirectTo", "\"//evil.example\"")]
    [DataRow("redirectTo", "\"/\\\\evil.example\"")]
    [DataRow("redirectTo", "\"javascript:alert(1)\"")]
    [DataRow("redirectTo", "\"status\"")]
    [DataRow("redirectTo", "\"/a\\r\\nSet-Cookie: x\"")]
    [DataRow("redirectTo", "\"\"")]
    [DataRow("redirectTo", "\"https://\"")]
    [DataRow("allowNetworks", "{}")]
    [DataRow("windows", "{}")]
    [DataRow("version", "\"one\"")]
    public void Read_ValueThatCannotBe_IsPassedOverAndNamed(string name, string value)
    {
        var reading = Read($$"""{ "{{name}}": {{value}}, "reason": "kept" }""");

        var document = Document(reading);
        var warning = Assert.ContainsSingle(
            reading.Warnings.Where(text => !text.Contains("half a surrogate pair", StringComparison.Ordinal)));
        Assert.StartsWith($"{name} is {value}; it must be ", warning);
        Assert.AreEqual(
            DownFileDocument.Empty with { Reason = "kept" },
            document with { Unknown = null, Windows = DownFileDocument.Empty.Windows });
    }

    [TestMethod]
    [DataRow("/status")]
    [DataRow("/")]
    [DataRow("/status?from=site#now")]
    [DataRow("https://status.example.org")]
    [DataRow("http://status.example.org:8080/x")]
    public void Read_RedirectTo_IsAPathOrAnAddress(string address)
        => Assert.AreEqual(address, Document(Read($$"""{ "redirectTo": "{{address}}" }""")).RedirectTo);

    [TestMethod]
    public void Read_Lists_KeepTheirGoodItems()
    {
        var reading = Read("""
            {
              "scopes": [ "path:/a", 5, "", "group:b" ],
              "allowNetworks": [
                "203.0.113.7", "10.0.0.0/8", "2001:db8::/32", "::1", "::ffff:10.0.0.1/128",
                "10", "10.1", "10.0.0.1/33", "0.0.0.0/0", "::/0", "10.0.0.0/", "10.0.0.0/+8", "localhost", null
              ]
            }
            """);

        var document = Document(reading);
        CollectionAssert.AreEqual(new[] { "path:/a", "group:b" }, document.Scopes?.ToArray());
        CollectionAssert.AreEqual(
            new[] { "203.0.113.7", "10.0.0.0/8", "2001:db8::/32", "::1", "::ffff:10.0.0.1/128" },
            document.AllowNetworks?.ToArray());
        Assert.HasCount(11, reading.Warnings);
        Assert.AreEqual(
            "scopes[1] is 5; it must be a text such as \"path:/billing\". It is passed over.", reading.Warnings[0]);
        Assert.StartsWith("allowNetworks[7] is \"10.0.0.1/33\"; ", reading.Warnings[4]);
    }

    [TestMethod]
    public void Read_BadSecretHash_IsNotQuoted()
    {
        string[] files = ["""{ "bypass": { "secretHash": "my secret" } }""", """{ "bypass": "my secret" }"""];
        foreach (var json in files)
        {
            var reading = Read(json);

            Assert.IsNull(Document(reading).BypassSecretHash);
            Assert.DoesNotContain("my secret", Assert.ContainsSingle(reading.Warnings));
        }
    }

    [TestMethod]
    public void Read_UnknownMembers_AreKeptAndNamed()
    {
        var reading = Read("""
            {
              "version": 7, "mesage": "x", "$schema": "y", "_note": [ { "a": 1, "a": 2 } ], "bypass": { "kind": "link" }
            }
            """);

        Assert.AreEqual(
            """{"version":7,"mesage":"x","$schema":"y","_note":[{"a":2}],"bypass":{"kind":"link"}}""",
            Document(reading).Unknown?.ToJsonString());
        CollectionAssert.AreEqual(
            new[]
            {
                "bypass.kind is no member that is known. It is kept, and means nothing.",
                "mesage is no member that is known. It is kept, and means nothing.",
            },
            reading.Warnings.ToArray());
    }

    private static DownFileReading Read(string json) => DownFileReader.Read(Encoding.UTF8.GetBytes(json));

    private static DownFileDocument Document(DownFileReading reading)
    {
        Assert.IsNull(reading.Failure);
        Assert.IsNotNull(reading.Document);
        return reading.Document;
    }
}
