using System.Text.RegularExpressions;

namespace DownPage.Docs.Tests;

/// <summary>The README of the runtime package has each of its log events, with number and level, and no other.</summary>
[TestClass]
public sealed partial class LogEventsTests
{
    private const string Package = "src/DownPage.AspNetCore/";

    [TestMethod]
    public void LogEvents_OfTheCode_AreTheDocumentedOnes()
    {
        var inCode = Repository.Files
            .Where(file => file.StartsWith(Package, StringComparison.Ordinal) && file.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(file => Event().Matches(Repository.Read(file)))
            .Select(match => $"{match.Groups["id"]} {match.Groups["name"]} {match.Groups["level"]}");

        var documented = Row().Matches(Repository.Read(Package + "README.md"))
            .Select(match => $"{match.Groups["id"]} {match.Groups["name"]} {match.Groups["level"]}");

        CollectionAssert.AreEquivalent(inCode.ToArray(), documented.ToArray());
    }

    [GeneratedRegex(
        @"\[LoggerMessage\(\s*(?<id>\d+),\s*LogLevel\.(?<level>\w+),[^\]]*?EventName = ""(?<name>\w+)""\)\]",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Event();

    [GeneratedRegex(@"^\| (?<id>\d+) \| `(?<name>\w+)` \| (?<level>\w+) \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Row();
}
