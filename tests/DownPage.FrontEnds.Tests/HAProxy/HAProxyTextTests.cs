using DownPage.FrontEnds.HAProxy;

namespace DownPage.FrontEnds.Tests.HAProxy;

/// <summary>A value is one word of HAProxy's configuration, and one string of Lua, whatever is in it.</summary>
[TestClass]
public sealed class HAProxyTextTests
{
    [TestMethod]
    [DataRow("/srv/shop", "'/srv/shop'", DisplayName = "plain")]
    [DataRow("/srv/my shop", "'/srv/my shop'", DisplayName = "space")]
    [DataRow("/srv/it's", @"'/srv/it'\''s'", DisplayName = "quote")]
    [DataRow("/a\"b$HOME%[x]#c;{d}\\e", "'/a\"b$HOME%[x]#c;{d}\\e'", DisplayName = "what has a meaning elsewhere")]
    [DataRow("/größe", "'/größe'", DisplayName = "not ASCII")]
    public void Quote_OfAPath_IsOneWord(string value, string expected)
        => Assert.AreEqual(expected, HAProxyText.Quote(value));

    [TestMethod]
    [DataRow("/a\nb", DisplayName = "newline")]
    [DataRow("/a\tb", DisplayName = "tab")]
    public void Quote_OfAControlCharacter_IsRefused(string value)
    {
        var refused = Assert.ThrowsExactly<FrontEndException>(() => HAProxyText.Quote(value));

        Assert.AreEqual(DiagnosticCodes.FrontEndValueRefused, refused.Code);
        Assert.Contains(value, refused.Message);
    }

    [TestMethod]
    public void Quote_OfMoreThanALine_IsRefused()
    {
        Assert.HasCount(1_902, HAProxyText.Quote(new string('a', 1_900)));
        Assert.ThrowsExactly<FrontEndException>(() => HAProxyText.Quote(new string('a', 1_901)));
    }

    [TestMethod]
    [DataRow("a", "\"a\"", DisplayName = "plain")]
    [DataRow("a\"b\\c", "\"a\\\"b\\\\c\"", DisplayName = "quotes")]
    [DataRow("a\n1", "\"a\\0101\"", DisplayName = "newline before a digit")]
    [DataRow("]]--%d", "\"]]--%d\"", DisplayName = "what ends other strings")]
    public void LuaQuote_OfAValue_IsOneString(string value, string expected)
        => Assert.AreEqual(expected, LuaText.Quote(value));
}
