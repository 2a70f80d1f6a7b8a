using DownPage.FrontEnds.Nginx;

namespace DownPage.FrontEnds.Tests.Nginx;

/// <summary>Values in nginx's syntax, or the reason why they cannot be written.</summary>
[TestClass]
public sealed class NginxTextTests
{
    [TestMethod]
    [DataRow("/srv/shop", "/srv/shop", DisplayName = "plain: as it is")]
    [DataRow("/srv/my shop", "\"/srv/my shop\"", DisplayName = "spaces")]
    [DataRow("/srv/\"shop\"", "\"/srv/\\\"shop\\\"\"", DisplayName = "quotes")]
    [DataRow("/srv/it's", "\"/srv/it's\"", DisplayName = "an apostrophe")]
    [DataRow("/srv/a\\b", "\"/srv/a\\\\b\"", DisplayName = "a backslash")]
    [DataRow("/srv/{a};#%", "\"/srv/{a};#%\"", DisplayName = "what ends a line elsewhere")]
    [DataRow("/srv/Übung", "\"/srv/Übung\"", DisplayName = "not ASCII")]
    [DataRow("", "\"\"", DisplayName = "nothing")]
    public void Word_OfAValue_IsQuotedWhereNeeded(string value, string expected)
        => Assert.AreEqual(expected, NginxText.Word("The folder", value));

    [TestMethod]
    [DataRow("/srv/$shop", "'$'", DisplayName = "a dollar")]
    [DataRow("/srv/a\nb", "control character", DisplayName = "a newline")]
    [DataRow("/srv/a\0b", "control character", DisplayName = "a nul")]
    [DataRow("/srv/a\u0085b", "control character", DisplayName = "a next line")]
    public void Quote_WhatNginxHasNoWayToWrite_IsRefusedWithTheValueAndARemedy(string value, string why)
    {
        var refused = Assert.ThrowsExactly<FrontEndException>(() => NginxText.Quote("The flag file", value));

        Assert.AreEqual("DP0703", refused.Code);
        Assert.StartsWith("The flag file '/srv/", refused.Message);
        Assert.Contains(why, refused.Message);
        Assert.EndsWith(".", refused.Message);
        Assert.DoesNotContain("\n", refused.Message);
    }

    [TestMethod]
    [DataRow("/healthz", "/healthz", DisplayName = "plain")]
    [DataRow("/a.b", "/a\\.b", DisplayName = "a dot")]
    [DataRow("/a$b(c)*", "/a\\x24b\\x28c\\x29\\x2a", DisplayName = "what a regular expression has")]
    [DataRow("/\"q\\", "/\\x22q\\x5c", DisplayName = "what nginx has")]
    [DataRow("/ü x", "/\\xc3\\xbc\\x20x", DisplayName = "bytes of UTF-8, a space")]
    public void Regex_OfAPath_IsThatPathAlone(string path, string expected)
        => Assert.AreEqual(expected, NginxText.Regex(path));
}
