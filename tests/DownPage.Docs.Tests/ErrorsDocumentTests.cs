using System.Text.RegularExpressions;

namespace DownPage.Docs.Tests;

/// <summary>docs/errors.md has each code of the registry, and each is told in the same way.</summary>
[TestClass]
public sealed partial class ErrorsDocumentTests
{
    private const string Registry = "src/Shared/RenderProtocol/DiagnosticCodes.cs";

    private static readonly string Document = Repository.Read("docs/errors.md");

    private static readonly Dictionary<string, string> Codes = Constant().Matches(Repository.Read(Registry))
        .ToDictionary(match => match.Groups["code"].Value, match => match.Groups["name"].Value);

    public static IEnumerable<object[]> AllCodes => Codes.Keys.Select(code => new object[] { code });

    [TestMethod]
    public void Sections_OfTheDocument_AreTheCodesOfTheRegistryInTheirOrder()
    {
        var sections = Markdown.Headings(Document).Where(line => line.StartsWith("## DP", StringComparison.Ordinal));

        CollectionAssert.AreEqual(Codes.Keys.Select(code => "## " + code).ToArray(), sections.ToArray());
    }

    [TestMethod]
    public void Codes_OfTheRegistry_AscendAndAreFourDigits()
    {
        CollectionAssert.AreEqual(Codes.Keys.Order(StringComparer.Ordinal).ToArray(), Codes.Keys.ToArray());
        foreach (var code in Codes.Keys)
            Assert.MatchesRegex(new Regex("^DP0[0-9]{3}$"), code);
    }

    [TestMethod]
    [DynamicData(nameof(AllCodes))]
    public void Section_OfACode_HasTitleCauseFixAndExample(string code)
    {
        var section = Markdown.Section(Document, "## " + code)!;
        var lines = section.Split('\n');

        Assert.MatchesRegex(new Regex(@"^\S.{5,70}\.$"), lines[0], "A title of one line follows the heading.");
        Assert.AreEqual("", lines[1]);
        var parts = new[] { "**Cause.** ", "**Fix.** ", "**Example.**" };
        var places = Array.ConvertAll(parts, part => Array.FindIndex(
            lines, line => line.StartsWith(part, StringComparison.Ordinal)));
        Assert.DoesNotContain(-1, places, $"Of {string.Join(", ", parts)} one is missing.");
        CollectionAssert.AreEqual(places.Order().ToArray(), places);
    }

    [TestMethod]
    [DynamicData(nameof(AllCodes))]
    public void Example_OfACode_ShowsTheMessageAndWhatToWriteInstead(string code)
    {
        var section = Markdown.Section(Document, "## " + code)!;

        var messages = Markdown.Fenced(section, "text").Where(line => PrintedCode().IsMatch(line)).ToArray();
        Assert.IsNotEmpty(messages);
        foreach (var message in messages)
            Assert.AreEqual(code, PrintedCode().Match(message).Groups["code"].Value);
        Assert.Contains("\nWrite instead", section);
    }

    [TestMethod]
    [DynamicData(nameof(AllCodes))]
    public void Constant_OfTheRegistry_IsUsedByTheSources(string code)
    {
        var use = $"DiagnosticCodes.{Codes[code]}";
        var users = Repository.Files.Where(file => file.StartsWith("src/", StringComparison.Ordinal)
            && file.EndsWith(".cs", StringComparison.Ordinal) && file != Registry
            && Regex.IsMatch(Repository.Read(file), $@"\b{Regex.Escape(use)}\b"));

        Assert.IsNotEmpty(users, $"{code} is never reported: nothing but the registry names {use}.");
    }

    [TestMethod]
    public void Codes_NamedAnywhere_AreInTheRegistry()
    {
        foreach (var file in Repository.Files.Where(file => file.EndsWith(".md", StringComparison.Ordinal)
            || (file.StartsWith("src/", StringComparison.Ordinal) && !file.EndsWith(".dll", StringComparison.Ordinal))))
        {
            foreach (Match match in AnyCode().Matches(Repository.Read(file)))
                Assert.Contains(match.Value, Codes.Keys, $"{file} names it.");
        }
    }

    [GeneratedRegex("""const string (?<name>\w+) = "(?<code>[^"]+)";""")]
    private static partial Regex Constant();

    [GeneratedRegex(@"^(error|warning) (?<code>DP\d+): ")]
    private static partial Regex PrintedCode();

    [GeneratedRegex(@"\bDP\d{4}\b")]
    private static partial Regex AnyCode();
}
