using System.Text;
using System.Text.Json.Nodes;
using DownPage.DownFile;

namespace DownPage.AspNetCore.Tests.DownFile;

[TestClass]
public sealed class DownFileWriterTests
{
    [TestMethod]
    public void Write_TheSample_SaysTheSame()
    {
        var document = DownFileReader.Read(DownFileSample.Bytes).Document;
        Assert.IsNotNull(document);

        var written = DownFileWriter.Write(document);

        Assert.IsTrue(
            JsonNode.DeepEquals(JsonNode.Parse(DownFileSample.Bytes), JsonNode.Parse(written)),
            Encoding.UTF8.GetString(written));
    }

    [TestMethod]
    public void Write_Empty_IsShort()
    {
        var written = Encoding.UTF8.GetString(DownFileWriter.Write(DownFileDocument.Empty)).ReplaceLineEndings("\n");

        Assert.AreEqual("{\n  \"version\": 1,\n  \"down\": true\n}\n", written);
    }

    [TestMethod]
    public void Write_UnknownMembers_AreKeptWhereNothingElseIsSaid()
    {
        var document = DownFileReader.Read("""
            {
              "version": 2, "retryAfter": "soon", "message": 5,
              "Later": { "x": [ 1.50, null, "ü" ] }, "bypass": { "generation": 3, "kind": 1 }
            }
            """u8).Document;
        Assert.IsNotNull(document);

        var written = Encoding.UTF8.GetString(
            DownFileWriter.Write(document with { Message = "Back at <six> & \"ü\"" }));

        Assert.AreEqual(
            """
            {
              "down": true,
              "message": "Back at <six> & \"ü\"",
              "bypass": {
                "generation": 3,
                "kind": 1
              },
              "version": 2,
              "retryAfter": "soon",
              "Later": {
                "x": [
                  1.50,
                  null,
                  "ü"
                ]
              }
            }

            """.ReplaceLineEndings("\n"),
            written.ReplaceLineEndings("\n"));
    }
}
