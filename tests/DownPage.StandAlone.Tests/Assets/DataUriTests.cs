using System.Text;
using DownPage.StandAlone.Assets;

namespace DownPage.StandAlone.Tests.Assets;

[TestClass]
public sealed class DataUriTests
{
    [TestMethod]
    [DataRow("<svg>100% 'a' \"b\" #c\n\t\\(ü)😀</svg>")]
    [DataRow("<svg/>")]
    public void Create_Svg_ReadsBackAsTheSame(string text)
    {
        var url = DataUri.Create("image/svg+xml", Encoding.UTF8.GetBytes(text));

        Assert.StartsWith("data:image/svg+xml,", url);
        Assert.AreEqual(text, DataUri.ReadText(url));
        Assert.IsTrue(url.All(character => character is > ' ' and < (char)127 and not ('"' or '\'' or '(' or ')' or '#')));
    }

    [TestMethod]
    public void Create_SvgThatIsNotUtf8_IsBase64()
        => Assert.StartsWith("data:image/svg+xml;base64,", DataUri.Create("image/svg+xml", [0xff, 0xfe, 0x00]));

    [TestMethod]
    [DataRow("data:text/css,p%7B%7D", "p{}")]
    [DataRow("data:text/css;base64,cHt9", "p{}")]
    [DataRow("data:text/css;charset=utf-8;base64,cHt9", "p{}")]
    [DataRow("data:text/css;charset=iso-8859-1,%E9\u00e9+%zz%4", "\u00e9\u00c3\u00a9+%zz%4", DisplayName = "an encoding, and what is no escape")]
    [DataRow("data:text/css;charset=ISO-8859-1;base64,6Q==", "\u00e9")]
    [DataRow("data:text/css; charset=klingon,%C3%A9", "\u00e9")]
    [DataRow("data:text/css;base64,%%%", null)]
    [DataRow("data:nonsense", null)]
    public void ReadText_DataUrl_IsItsContent(string url, string? expected)
        => Assert.AreEqual(expected, DataUri.ReadText(url));
}
