using DownPage.FrontEnds.Caddy;

namespace DownPage.FrontEnds.Tests.Caddy;

/// <summary>What a Caddyfile can hold, and what it cannot.</summary>
[TestClass]
public sealed class CaddyTextTests
{
    [TestMethod]
    [DataRow("/srv/shop", "/srv/shop", DisplayName = "plain")]
    [DataRow("", "\"\"", DisplayName = "empty")]
    [DataRow("/srv/my shop", "\"/srv/my shop\"", DisplayName = "a space")]
    [DataRow("a\"b", "\"a\\\"b\"", DisplayName = "a quote")]
    [DataRow("#x", "\"#x\"", DisplayName = "what would be a comment")]
    [DataRow("a;b$c%d'e", "\"a;b$c%d'e\"", DisplayName = "signs without a meaning here")]
    [DataRow("größe", "\"größe\"", DisplayName = "beyond ASCII")]
    [DataRow("a`b", "\"a`b\"", DisplayName = "a backtick")]
    [DataRow("{path}", "\"\\{path\\}\"", DisplayName = "what would be a placeholder")]
    [DataRow("{\"a\":1}", "\"\\{\\\"a\\\":1\\}\"", DisplayName = "JSON")]
    [DataRow("C:\\shop", "`C:\\shop`", DisplayName = "a backslash")]
    [DataRow("a\\\"b", "`a\\\"b`", DisplayName = "a backslash before a quote")]
    public void Quote_AValue_IsOneWord(string value, string expected)
        => Assert.AreEqual(expected, CaddyText.Quote(value, "The value"));

    [TestMethod]
    [DataRow("a\nb", DisplayName = "a line end")]
    [DataRow("a\u0000b", DisplayName = "nothing printable")]
    [DataRow("{$HOME}", DisplayName = "a variable of the environment")]
    [DataRow("a\\{b", DisplayName = "a backslash before a brace")]
    [DataRow("a\\}b", DisplayName = "a backslash before a closing brace")]
    [DataRow("a`b\\c", DisplayName = "a backtick and a backslash")]
    public void Quote_WhatCannotBeWritten_IsRefusedWithTheValueAndARemedy(string value)
    {
        var refused = Assert.ThrowsExactly<FrontEndException>(() => CaddyText.Quote(value, "The value"));

        Assert.AreEqual(DiagnosticCodes.FrontEndValueRefused, refused.Code);
        Assert.Contains($"The value '{value}'", refused.Message);
        Assert.Contains("DownPageServers", refused.Message);
    }

    [TestMethod]
    [DataRow("/srv/a*b", DisplayName = "star")]
    [DataRow("/srv/a?b", DisplayName = "question mark")]
    [DataRow("/srv/[ab]", DisplayName = "bracket")]
    [DataRow("/srv/{a}", DisplayName = "braces")]
    [DataRow("/srv/a\\b", DisplayName = "backslash")]
    public void Path_ThatWouldBeAPattern_IsRefused(string path)
    {
        var refused = Assert.ThrowsExactly<FrontEndException>(() => CaddyText.Path(path, "The deploy root"));

        Assert.AreEqual(DiagnosticCodes.FrontEndValueRefused, refused.Code);
        Assert.Contains(path, refused.Message);
    }

    [TestMethod]
    [DataRow("/healthz", "/healthz", DisplayName = "plain")]
    [DataRow("/a.b+c", "/a\\.b\\+c", DisplayName = "signs of expressions")]
    [DataRow("/a(b)[c]{d}|^$*", "/a\\(b\\)\\[c\\]\\{d\\}\\|\\^\\$\\*", DisplayName = "all others")]
    [DataRow("/a\"b\\c", "/a\\x22b\\\\c", DisplayName = "a quote and a backslash")]
    public void Escape_AValue_MatchesItAlone(string value, string expected)
    {
        var escaped = CaddyText.Escape(value);

        Assert.AreEqual(expected, escaped);
        Assert.MatchesRegex($"^{escaped}$", value);
    }
}
