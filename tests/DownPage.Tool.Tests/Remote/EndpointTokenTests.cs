using DownPage.RenderProtocol;
using DownPage.Tool.Targets;

namespace DownPage.Tool.Tests.Remote;

/// <summary>Where the operator's token comes from.</summary>
[TestClass]
public sealed class EndpointTokenTests
{
    private readonly List<string> warnings = [];

    [TestMethod]
    [DataRow("typed", null, "typed", DisplayName = "The command line")]
    [DataRow(null, "token.txt", "filed", DisplayName = "A file, its first line, without the end of it")]
    [DataRow(null, "-", "piped", DisplayName = "The standard input")]
    [DataRow(null, null, "held", DisplayName = "The variable")]
    public void Token_OfEachPlace_IsFound(string? typed, string? file, string expected)
    {
        using var folder = new TempFolder();
        folder.Write("token.txt", " filed\r\nand a comment\n");

        Assert.AreEqual(expected, EndpointToken.Find(typed, file, World(folder, "held"), warnings.Add));
        Assert.HasCount(typed is null ? 0 : 1, warnings);
    }

    [TestMethod]
    public void Token_OfNoPlace_IsNone()
    {
        using var folder = new TempFolder();

        Assert.IsNull(EndpointToken.Find(null, null, World(folder, null), warnings.Add));
    }

    [TestMethod]
    [DataRow("typed", "token.txt", "are given both")]
    [DataRow(null, "missing.txt", "cannot be read")]
    [DataRow(null, "empty.txt", "There is no token")]
    [DataRow("two words", null, "There is no token")]
    [DataRow("schl\u00fcssel", null, "There is no token")]
    [DataRow("a\r\nX-Injected: 1", null, "There is no token")]
    public void Token_ThatIsNone_IsRefused(string? typed, string? file, string expected)
    {
        using var folder = new TempFolder();
        folder.Write("token.txt", "filed");
        folder.Write("empty.txt", "\n");

        var told = Assert.ThrowsExactly<ToolException>(
            () => EndpointToken.Find(typed, file, World(folder, null), warnings.Add));

        Assert.AreEqual(DiagnosticCodes.TokenUnreadable, told.Code);
        Assert.AreEqual(ExitCode.Usage, told.ExitCode);
        Assert.Contains(expected, told.Message);
        Assert.DoesNotContain("words", told.Message.Replace("one word", "", StringComparison.Ordinal));
    }

    private static ToolContext World(TempFolder folder, string? held) => new()
    {
        Out = TextWriter.Null,
        Error = TextWriter.Null,
        In = new StringReader("piped\n"),
        Directory = folder.Root,
        Variable = name => name == "DOWNPAGE_TOKEN" ? held : null,
    };
}
