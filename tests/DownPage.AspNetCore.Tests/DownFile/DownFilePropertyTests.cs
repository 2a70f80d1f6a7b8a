using System.Text;
using System.Text.Json.Nodes;
using DownPage.DownFile;
using FsCheck;
using FsCheck.Fluent;

namespace DownPage.AspNetCore.Tests.DownFile;

[TestClass]
public sealed class DownFilePropertyTests
{
    [TestMethod]
    public void Read_TheSampleTornAtEveryByte_FailsOrIsTheWhole()
    {
        var sample = DownFileSample.Bytes;
        var whole = sample.AsSpan().LastIndexOf((byte)'}') + 1;

        for (var length = 0; length <= sample.Length; length++)
        {
            var reading = DownFileReader.Read(sample.AsSpan(0, length));

            Assert.AreEqual(length > 0 && length < whole, reading.Failure is not null, $"{length} bytes");
        }
    }

    [TestMethod]
    public void Read_AnyBytes_NeverThrows()
        => Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll<byte[]>(
            bytes => IsConsistent(DownFileReader.Read(bytes))));

    [TestMethod]
    public void Read_TheSampleWithBytesChanged_NeverThrows()
    {
        var changes = Gen.ListOf(
            from place in Gen.Choose(0, DownFileSample.Bytes.Length - 1)
            from value in Gen.OneOf(
                Gen.Choose(0, 255), Gen.Elements([.. "{}[]\",:\\0-.eE/* \n"u8.ToArray().Select(letter => (int)letter)]))
            select (place, value));

        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(1000),
            Prop.ForAll(
                changes.ToArbitrary(),
                made =>
                {
                    var bytes = DownFileSample.Bytes.ToArray();
                    foreach (var (place, value) in made)
                    {
                        bytes[place] = (byte)value;
                    }

                    return IsConsistent(DownFileReader.Read(bytes));
                }));
    }

    [TestMethod]
    public void Read_MembersOfAnyValues_NeverThrowsAndCanBeWritten()
    {
        string[] names =
        [
            "version", "down", "mode", "scopes", "message", "since", "until", "statusCode", "retryAfter", "refresh",
            "redirectTo",
            "allowNetworks", "bypass", "windows", "secretHash", "generation", "days", "daysOfMonth", "time",
            "duration", "timeZone",
            "start", "end", "other", "\\ud83d", "",
        ];
        string[] values =
        [
            "null", "true", "0", "-1", "503", "1e400", "1.5", "99999999999999999999", "\"\"", "\"\\ud83d\"",
            "\"\\u0000\"", "\"10m\"", "\"sunday\"",
            "\"03:00\"", "\"2026-11-21T06:00:00+00:00\"", "\"9999-12-31T23:59:59-14:00\"", "\"/x\"", "\"full\"",
            "\"10.0.0.0/8\"", "\"Europe/Berlin\"",
        ];
        var any = Any(names, values, 4);

        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(1500),
            Prop.ForAll(
                any.ToArbitrary(),
                json =>
                {
                    var reading = DownFileReader.Read(Encoding.UTF8.GetBytes(json));
                    return IsConsistent(reading) && (reading.Document is not { } document || IsStable(document));
                }));
    }

    [TestMethod]
    public void Write_AnyDocument_IsReadAsItWas()
        => Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(200),
            Prop.ForAll(
                RandomDocuments.Documents.ToArbitrary(),
                document =>
                {
                    var reading = DownFileReader.Read(DownFileWriter.Write(document));
                    Assert.IsEmpty(reading.Warnings);
                    Assert.IsNotNull(reading.Document);
                    RandomDocuments.AssertSame(document, reading.Document);
                    return true;
                }));

    private static Gen<string> Any(string[] names, string[] values, int depth)
    {
        var value = depth == 0
            ? Gen.Elements(values)
            : Gen.Frequency(
                (3, Gen.Elements(values)),
                (1, Gen.ListOf(Any(names, values, depth - 1)).Select(items => $"[{string.Join(',', items.Take(4))}]")),
                (1, Members()));
        return depth == 4 ? Members() : value;

        Gen<string> Members() => Gen.ListOf(
                from name in Gen.Elements(names)
                from inner in Any(names, values, depth == 0 ? 0 : depth - 1)
                select $"\"{name}\":{inner}")
            .Select(members => $"{{{string.Join(',', members.Take(8))}}}");
    }

    private static bool IsConsistent(DownFileReading reading) => reading.Document is null != reading.Failure is null;

    // Written, read and written again: nothing of it is lost or changed.
    private static bool IsStable(DownFileDocument document)
    {
        var once = DownFileWriter.Write(document);
        var again = DownFileReader.Read(once).Document;
        Assert.IsNotNull(again, Encoding.UTF8.GetString(once));
        Assert.IsTrue(
            JsonNode.DeepEquals(JsonNode.Parse(once), JsonNode.Parse(DownFileWriter.Write(again))),
            Encoding.UTF8.GetString(once));
        return true;
    }
}
