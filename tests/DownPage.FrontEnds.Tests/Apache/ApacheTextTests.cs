using DownPage.FrontEnds.Apache;

namespace DownPage.FrontEnds.Tests.Apache;

[TestClass]
public sealed class ApacheTextTests
{
    [TestMethod]
    [DataRow("/srv/shop", "\"/srv/shop\"", DisplayName = "plain")]
    [DataRow("/srv/a b;#%$é{}", "\"/srv/a b;#%$é{}\"", DisplayName = "characters that mean nothing within quotes")]
    [DataRow("a\"b\\c", "\"a\\\"b\\\\c\"", DisplayName = "quote and backslash")]
    public void Quote_Value_IsOneArgument(string value, string expected)
        => Assert.AreEqual(expected, ApacheText.Quote(value));

    [TestMethod]
    [DataRow("it's", "'it\\'s'", DisplayName = "quote")]
    [DataRow("50% $1 %{X} \\", "'50\\% \\$1 \\%{X} \\\\'", DisplayName = "variables and backslash")]
    public void Literal_Value_HasNoVariables(string value, string expected)
        => Assert.AreEqual(expected, ApacheText.Literal(value));

    [TestMethod]
    [DataRow("/a.b-c_d", @"/a\.b-c_d", DisplayName = "plain")]
    [DataRow("/(a+)*#", @"/\x28a\x2b\x29\x2a\x23", DisplayName = "characters of patterns, and the end of one")]
    [DataRow("/é", @"/\xc3\xa9", DisplayName = "bytes of what is not ASCII")]
    public void Pattern_Value_MatchesItselfAlone(string value, string expected)
        => Assert.AreEqual(expected, ApacheText.Pattern(value));

    [TestMethod]
    public void HeaderValue_WithPercent_IsNoFormat()
        => Assert.AreEqual("\"100%% \\\\\\\\ \\\"x\\\"\"", ApacheText.HeaderValue("100% \\ \"x\""));

    [TestMethod]
    public void Address_OfAPath_KeepsItsFolders()
        => Assert.AreEqual("a%20b/%C3%A9%23.html", ApacheText.Address("a b/é#.html"));

    [TestMethod]
    [DataRow("/srv/${HOME}", "variable", DisplayName = "variable")]
    [DataRow("/srv/a\nb", "control character", DisplayName = "line break")]
    public void Quote_WhatCannotBeWritten_IsRefused(string value, string reason)
    {
        var refused = Assert.ThrowsExactly<FrontEndException>(() => ApacheText.Quote(value));

        Assert.AreEqual("DP0703", refused.Code);
        Assert.Contains(value, refused.Message);
        Assert.Contains(reason, refused.Message);
    }

    [TestMethod]
    public void Include_OfAPattern_IsRefused()
    {
        Assert.ThrowsExactly<FrontEndException>(() => ApacheText.Include("/srv/[a]/downpage.conf"));
        Assert.AreEqual("\"/srv/(a)/downpage.conf\"", ApacheText.Include("/srv/(a)/downpage.conf"));
    }

    [TestMethod]
    public void HeaderValue_ThatWouldBeAnExpression_IsRefused()
        => Assert.ThrowsExactly<FrontEndException>(() => ApacheText.HeaderValue("expr=1"));
}
