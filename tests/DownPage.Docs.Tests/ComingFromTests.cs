using System.Text.RegularExpressions;

namespace DownPage.Docs.Tests;

/// <summary>docs/coming-from.md names tests: they are there.</summary>
[TestClass]
public sealed partial class ComingFromTests
{
    [TestMethod]
    public void ShownBy_EachRow_NamesATestThatThereIs()
    {
        var tests = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .ToLookup(file => Path.GetFileNameWithoutExtension(file), File.ReadAllText, StringComparer.Ordinal);
        var rows = Row().Matches(Repository.Read("docs/coming-from.md"));

        Assert.IsNotEmpty(rows);
        foreach (Match row in rows)
        {
            var (type, method) = (row.Groups["type"].Value, row.Groups["method"].Value);
            Assert.Contains(
                text => method.Length == 0 || text.Contains($" {method}(", StringComparison.Ordinal), tests[type], row.Value);
        }
    }

    [GeneratedRegex(@"\| `(?<type>\w+)(\.(?<method>\w+))?` \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();
}
