using System.Text.RegularExpressions;

namespace DownPage.Docs.Tests;

[TestClass]
public sealed partial class ReadmeTests
{
    private static readonly string Readme = Repository.Read("README.md");

    [TestMethod]
    public void TheTwoCommands_AreThereAndNameFilesThatExist()
    {
        var section = Markdown.Section(Readme, "## The two commands");
        Assert.IsNotNull(section);

        var commands = Markdown.Fenced(section, "console").Select(line => Command().Match(line))
            .Where(match => match.Success).ToArray();

        CollectionAssert.AreEqual(
            new[] { "build", "test" }, Array.ConvertAll(commands, match => match.Groups["verb"].Value));
        foreach (var command in commands)
            Assert.IsTrue(Repository.Exists(command.Groups["file"].Value), command.Value);
    }

    [TestMethod]
    public void Files_NamedInTheDocuments_Exist()
    {
        foreach (var document in Repository.Documents)
        {
            foreach (Match match in FileOfTheRepository().Matches(Repository.Read(document)))
                Assert.IsTrue(Repository.Exists(match.Groups["path"].Value), $"{document} names {match.Value}");
        }
    }

    [GeneratedRegex(@"^\$ dotnet (?<verb>\w+) (?<file>\S+\.(?:sln|proj|csproj))")]
    private static partial Regex Command();

    // In code, a path with a folder that only this repository has.
    [GeneratedRegex(@"`(?<path>(?:src|tests|testassets|bench|docs|build)/[\w./-]+)`")]
    private static partial Regex FileOfTheRepository();
}
