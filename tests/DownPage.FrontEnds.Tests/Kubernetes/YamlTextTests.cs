namespace DownPage.FrontEnds.Tests.Kubernetes;

/// <summary>Values in YAML's syntax.</summary>
[TestClass]
public sealed class YamlTextTests
{
    [TestMethod]
    [DataRow("plain", "\"plain\"", DisplayName = "plain")]
    [DataRow("a: \"b\" # {c} \\", "\"a: \\\"b\\\" # {c} \\\\\"", DisplayName = "what a syntax has")]
    [DataRow("1\n2\t3\r", "\"1\\n2\\t3\\r\"", DisplayName = "ends of lines")]
    [DataRow("ü\u2028\u0085\0", "\"ü\\u2028\\u0085\\u0000\"", DisplayName = "what ends lines in YAML 1.1")]
    public void Quote_OfAText_IsThatText(string value, string expected) => Assert.AreEqual(expected, YamlText.Quote(value));

    [TestMethod]
    [DataRow("a\nb", "|2-\n    a\n    b", DisplayName = "no newline at the end")]
    [DataRow("a\n", "|2\n    a", DisplayName = "one")]
    [DataRow("a\n\n", "|2+\n    a\n", DisplayName = "two")]
    [DataRow("  a\n\n b", "|2-\n      a\n\n     b", DisplayName = "spaces at the begin, an empty line")]
    public void Block_OfLines_IsThoseLines(string value, string expected) => Assert.AreEqual(expected, YamlText.Block(value, 4));

    [TestMethod]
    [DataRow("", DisplayName = "nothing")]
    [DataRow("\n", DisplayName = "an empty line alone")]
    [DataRow("a\r\nb", DisplayName = "CR, which would be lost")]
    [DataRow("a\u2028b", DisplayName = "a line separator")]
    [DataRow("a\0b", DisplayName = "a nul")]
    [DataRow("\uFEFFa", DisplayName = "a byte order mark")]
    public void Block_OfWhatWouldBeReadAsSomethingElse_IsNone(string value) => Assert.IsNull(YamlText.Block(value, 4));
}
