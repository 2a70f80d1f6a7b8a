using DownPage.Servers.Tests.Scenarios;
using DownPage.Servers.Tests.Servers;

namespace DownPage.Servers.Tests.Results;

/// <summary>The guide's table says what the servers are held to here.</summary>
[TestClass]
public sealed class ResultsDocumentTests(TestContext test)
{
    private static readonly string[] Document =
        File.ReadAllLines(Path.Combine(RepositoryPaths.Root, "docs", "guides", "results.md"));

    [TestMethod]
    public void Table_OfTheDocument_IsMadeOfTheFacts()
    {
        var expected = ResultsTable.Lines(FrontServers.All);
        var start = Array.IndexOf(Document, expected[0]);

        string[] actual = start < 0 ? [] : [.. Document.Skip(start).TakeWhile(line => line.StartsWith('|'))];

        CollectionAssert.AreEqual(
            expected.ToList(), actual, "The table of docs/guides/results.md must be:\n" + string.Join('\n', expected) + "\n");
    }

    [TestMethod]
    [DynamicData(nameof(FrontServers.Names), typeof(FrontServers))]
    [Timeout(Limits.Test)]
    public async Task Version_OfTheRun_IsASentenceOfTheDocument(string name)
    {
        var server = FrontServers.Find(name);
        if (!Command.IsInstalled(server.Program))
        {
            Assert.Inconclusive($"{server.Program} is not installed.");
        }

        var version = await server.VersionAsync(test.CancellationToken);
        test.WriteLine(version);

        // Another machine may have another one; that there is one must be said of each server.
        Assert.MatchesRegex(@"\d+\.\d+", version);
        Assert.IsTrue(
            Document.Any(line => line.StartsWith($"| {server.Title.Split(',')[0]} | ", StringComparison.Ordinal)),
            $"docs/guides/results.md names no version of {server.Title}; here it is {version}.");
    }
}
