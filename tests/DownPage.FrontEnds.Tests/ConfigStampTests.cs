using System.Text;

namespace DownPage.FrontEnds.Tests;

/// <summary>A file says what wrote it, and whether it is still as it was written.</summary>
[TestClass]
public sealed class ConfigStampTests
{
    [TestMethod]
    public void Sign_AFile_SaysWhatWroteItAndIsIntact()
    {
        var file = ConfigStamp.Sign("nginx/downpage.conf", "#", "DownPage.Build 1.0.0", "etag off;\r\ncharset utf-8;");

        var text = Encoding.UTF8.GetString(file.Content.Span);
        Assert.StartsWith("# Written by DownPage.Build 1.0.0; sha256 of what follows: ", text);
        Assert.EndsWith("\netag off;\ncharset utf-8;\n", text);
        Assert.IsTrue(ConfigStamp.IsIntact(file.Content.Span));
    }

    [TestMethod]
    public void IsIntact_WithWindowsLineEnds_IsSo()
    {
        var file = ConfigStamp.Sign("iis/web.config", "<!--", "DownPage.Build 1.0.0", "<a />\n<b />\n", "-->");

        var copied = Encoding.UTF8.GetString(file.Content.Span).Replace("\n", "\r\n", StringComparison.Ordinal);

        Assert.IsTrue(ConfigStamp.IsIntact(Encoding.UTF8.GetBytes(copied)));
    }

    [TestMethod]
    [DataRow("etag on;\ncharset utf-8;\n", DisplayName = "changed")]
    [DataRow("etag off;\ncharset utf-8;\nexpires 1h;\n", DisplayName = "lengthened")]
    [DataRow("", DisplayName = "emptied")]
    public void IsIntact_AfterSomebodyChangedIt_IsNot(string text)
    {
        var file = ConfigStamp.Sign("nginx/downpage.conf", "#", "DownPage.Build 1.0.0", "etag off;\ncharset utf-8;");
        var first = Encoding.UTF8.GetString(file.Content.Span).Split('\n')[0];

        Assert.IsFalse(ConfigStamp.IsIntact(Encoding.UTF8.GetBytes(first + "\n" + text)));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("server { }\n")]
    public void IsIntact_OfAnotherFile_IsNot(string text)
        => Assert.IsFalse(ConfigStamp.IsIntact(Encoding.UTF8.GetBytes(text)));
}
