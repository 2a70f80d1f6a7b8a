using System.Text;
using DownPage.StandAlone.Assets;
using DownPage.StandAlone.Markup;

namespace DownPage.StandAlone.Tests.Assets;

/// <summary>Text in another encoding than UTF-8.</summary>
[TestClass]
public sealed class EncodingsTests
{
    [TestMethod]
    [DataRow("windows-1252")]
    [DataRow("\"Windows-1252\"")]
    [DataRow("ISO-8859-1")]
    [DataRow("us-ascii")]
    public void Label_OfWesternEurope_IsReadAsBrowsersDo(string label)
    {
        var text = PageCharset.Find(label)!.GetString([0xE9, 0x80]);

        Assert.AreEqual("é€", text);
    }

    [TestMethod]
    [DataRow(null)]
    [DataRow("")]
    [DataRow("klingon")]
    public void Label_Unknown_SaysNothing(string? label)
    {
        Assert.IsNull(PageCharset.Find(label));
    }

    [TestMethod]
    public void StyleSheet_SaysItsEncoding_IsReadInIt()
    {
        var asset = new Asset("text/css", [.. "@charset \"iso-8859-1\";"u8, 0xE9]);

        Assert.AreEqual("@charset \"iso-8859-1\";é", asset.Text);
    }

    [TestMethod]
    public void StyleSheet_ByteOrderMarkSaysOtherwise_TheMarkDecides()
    {
        byte[] content = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("p{}é")];

        Assert.AreEqual("p{}é", new Asset("text/css", content).Text);
    }
}
