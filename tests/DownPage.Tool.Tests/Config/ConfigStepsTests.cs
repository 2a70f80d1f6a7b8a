using System.Text;
using DownPage.FrontEnds;
using DownPage.Tool.Config;

namespace DownPage.Tool.Tests.Config;

/// <summary>The opening comment of a file is what the command prints: there is one source.</summary>
[TestClass]
public sealed class ConfigStepsTests
{
    [TestMethod]
    [DataRow(
        "#",
        "",
        "# Include it:\n#   include x;\n#\n# nginx -t\nset $a 1;\n# later",
        "Include it:|  include x;||nginx -t",
        DisplayName = "hashes")]
    [DataRow("//", "", "\n// One\n//two\n", "One|two", DisplayName = "slashes")]
    [DataRow("--", "", "-- One\nlocal a = 1 -- two", "One", DisplayName = "Lua")]
    [DataRow("<!--", "-->", "<!-- One\n     two\n-->\n<a /><!-- three -->", "One|    two", DisplayName = "XML")]
    [DataRow("<!--", "-->", "<!-- One -->\n<a />", "One", DisplayName = "XML on one line")]
    [DataRow("<!--", "-->", "<a /><!-- One -->", "", DisplayName = "XML without one")]
    [DataRow("#", "", "set $a 1;\n# later", "", DisplayName = "none")]
    public void Of_AFile_IsItsOpeningComment(string open, string close, string text, string expected)
    {
        var file = ConfigStamp.Sign("x/y", open, "DownPage.Tool 1.0.0", text, close);

        Assert.AreEqual(expected, string.Join('|', ConfigSteps.Of(file)));
    }

    [TestMethod]
    public void Of_AFileWithoutStamp_IsEmpty()
        => Assert.IsEmpty(ConfigSteps.Of(new ConfigFile("x/y", Encoding.UTF8.GetBytes("# One\n# two\n"))));
}
