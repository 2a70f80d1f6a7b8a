using System.Text.RegularExpressions;
using DownPage.Tool.Verify;

namespace DownPage.Tool.Tests.Verify;

/// <summary>docs/verify.md has each check and each option, in the order of the table.</summary>
[TestClass]
public sealed partial class VerifyDocumentTests
{
    private static readonly string Document = File.ReadAllText(Path.Combine(RepositoryPaths.Root, "docs/verify.md"));

    [TestMethod]
    public void Checks_OfTheDocument_AreThoseOfTheCommand()
    {
        var table = Document[Document.IndexOf("\n## The checks", StringComparison.Ordinal)..];

        CollectionAssert.AreEqual(
            CheckNames.All.ToArray(), Row().Matches(table).Select(row => row.Groups["name"].Value).ToArray());
    }

    [TestMethod]
    public async Task Options_OfTheHelp_AreDocumented()
    {
        var help = await ToolRun.RunAsync(Path.GetTempPath(), TimeProvider.System, "verify", "--help");

        var options = Option().Matches(help.Out).Select(option => option.Value.Trim()).Where(name => name != "--help");
        foreach (var option in options)
        {
            Assert.Contains(option, Document);
        }

        Assert.Contains("Exit codes:", help.Out);
        Assert.Contains("Examples:", help.Out);
    }

    [GeneratedRegex(@"^\| `(?<name>[\w-]+)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();

    [GeneratedRegex(@"^  --[\w-]+", RegexOptions.Multiline)]
    private static partial Regex Option();
}
