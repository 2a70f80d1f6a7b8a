using DownPage.FrontEnds.Lighttpd;

namespace DownPage.FrontEnds.Tests.Lighttpd;

[TestClass]
public sealed class LighttpdTextTests
{
    [TestMethod]
    [DataRow("/srv/shop", "\"/srv/shop\"", DisplayName = "plain")]
    [DataRow("it's a;#%$é\"", "\"it's a;#%$é\\\"\"", DisplayName = "characters that mean nothing, and a quote")]
    public void Quote_Value_IsOneString(string value, string expected)
        => Assert.AreEqual(expected, LighttpdText.Quote(value));

    [TestMethod]
    [DataRow("a\\b", "backslash", DisplayName = "backslash")]
    [DataRow("a\nb", "control character", DisplayName = "line break")]
    public void Quote_WhatCannotBeWritten_IsRefused(string value, string reason)
    {
        var refused = Assert.ThrowsExactly<FrontEndException>(() => LighttpdText.Quote(value));

        Assert.AreEqual("DP0703", refused.Code);
        Assert.Contains(reason, refused.Message);
    }

    [TestMethod]
    public void Include_OfAPattern_IsRefused()
    {
        Assert.ThrowsExactly<FrontEndException>(() => LighttpdText.Include("/srv/{a}/downpage.conf"));
        Assert.AreEqual("\"/srv/(a)/downpage.conf\"", LighttpdText.Include("/srv/(a)/downpage.conf"));
    }

    [TestMethod]
    [DataRow("plain", "\"plain\"", DisplayName = "plain")]
    [DataRow("a\"b\\c", "\"a\\\"b\\\\c\"", DisplayName = "quote and backslash")]
    [DataRow("a\n1\0\x7f", "\"a\\0101\\000\\127\"", DisplayName = "control characters, before a digit too")]
    [DataRow("é%d$]]--", "\"é%d$]]--\"", DisplayName = "what means nothing within quotes")]
    public void LuaQuote_AnyValue_IsOneString(string value, string expected)
        => Assert.AreEqual(expected, LuaText.Quote(value));

    [TestMethod]
    public void LuaTable_WithoutEntries_IsEmpty()
    {
        Assert.AreEqual("{}", LuaText.Table([]));
        Assert.AreEqual("{\n    1,\n    2,\n}", LuaText.Table(["1", "2"]));
    }
}
