using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace DownPage.Docs.Tests;

/// <summary>docs/properties.md has each name that a project can use, and no other.</summary>
[TestClass]
public sealed partial class PropertiesDocumentTests
{
    private const string Props = "src/DownPage.Build/build/DownPage.Build.props";
    private const string Targets = "src/DownPage.Build/build/DownPage.Build.targets";

    private static readonly string Document = Repository.Read("docs/properties.md");
    private static readonly string PropertiesSection = Markdown.Section(Document, "## Properties")!;

    [TestMethod]
    public void Properties_OfTheTargets_AreTheDocumentedOnes()
    {
        var used = PropertyUse().Matches(Repository.Read(Props) + Repository.Read(Targets))
            .Select(match => match.Groups["name"].Value).Distinct().ToArray();

        CollectionAssert.AreEquivalent(used, DocumentedProperties().Keys.ToArray());
    }

    [TestMethod]
    public void Properties_Documented_HaveASectionWithAnExampleEach()
    {
        foreach (var name in DocumentedProperties().Keys)
        {
            var section = Markdown.Section(Document, "### " + name);
            Assert.IsNotNull(section, name);
            Assert.Contains(
                name, string.Join('\n', [.. Markdown.Fenced(section, "xml"), .. Markdown.Fenced(section, "console")]));
        }
    }

    [TestMethod]
    public void Defaults_OfTheProps_AreTheDocumentedOnes()
    {
        var documented = DocumentedProperties();
        var properties = XDocument.Parse(Repository.Read(Props)).Root!.Elements("PropertyGroup").Elements().ToArray();

        Assert.IsNotEmpty(properties);
        foreach (var property in properties)
            Assert.AreEqual($"`{property.Value}`", documented[property.Name.LocalName], property.Name.LocalName);
    }

    [TestMethod]
    public void Metadata_ThatIsRead_IsDocumented()
    {
        var documented = Markdown.FirstCells(Markdown.Section(Document, "### Metadata")!).Select(cell => cell.Trim('`'));

        CollectionAssert.AreEquivalent((string[])[.. Names("WellKnown"), "Link"], documented.ToArray());
    }

    [TestMethod]
    [DataRow("Reserved")]
    [DataRow("Foreign")]
    public void Metadata_ThatIsNotTheViews_IsNamed(string list)
    {
        var section = Markdown.Section(Document, "### Metadata")!;

        foreach (var name in Names(list))
            Assert.Contains($"`{name}`", section);
    }

    [TestMethod]
    public void ViewData_ThatIsSet_IsDocumented()
    {
        var set = ViewDataUse().Matches(Repository.Read("src/DownPage.Renderer/Rendering/ViewEvents.cs"))
            .Select(match => match.Groups["name"].Value).ToArray();
        var section = Markdown.Section(Document, "### What a view is told")!;

        Assert.IsNotEmpty(set);
        foreach (var name in set)
            Assert.Contains($"`ViewData[\"{name}\"]`", section);
    }

    [TestMethod]
    public void EnvironmentVariables_OfTheRenderer_AreTheDocumentedOnes()
    {
        var set = VariableUse().Matches(Repository.Read("src/DownPage.Build/RendererEnvironment.cs"))
            .Select(match => match.Groups["name"].Value).ToArray();
        var documented = Markdown.FirstCells(Markdown.Section(Document, "### What a view is told")!)
            .SelectMany(cell => cell.Split(',')).Select(cell => cell.Trim(' ', '`'))
            .Where(name => VariableName().IsMatch(name));

        CollectionAssert.AreEquivalent(set, documented.ToArray());
    }

    [TestMethod]
    public void Outputs_OfTheTargets_AreDocumented()
    {
        var targets = XDocument.Parse(Repository.Read(Targets));
        var section = Markdown.Section(Document, "## Targets and outputs")!;
        var names = targets.Descendants("Target").Select(target => target.Attribute("Name")!.Value)
            .Concat(targets.Descendants("Output").Attributes("ItemName").Select(item => item.Value))
            .Where(name => !name.StartsWith('_')).ToArray();

        CollectionAssert.AreEquivalent(new[] { "RenderDownPages", "PreviewDownPages", "DownPageFile" }, names);
        Assert.Contains("`RenderDownPages`", section);
        Assert.Contains("`PreviewDownPages`", section);
        Assert.Contains("`@(DownPageFile)`", section);
    }

    [TestMethod]
    public void Names_InAnyDocument_Exist()
    {
        string[] known = [.. DocumentedProperties().Keys, "DownPageFile", "DownPageHeader", "DownPageXxx"];
        foreach (var file in Repository.Documents.Append("src/DownPage.Build/README.md"))
        {
            foreach (Match match in AnyName().Matches(Repository.Read(file)))
                Assert.Contains(match.Value, known, $"{file} names it.");
        }
    }

    [TestMethod]
    public void Servers_ThatCanBeNamed_AreTheDocumentedOnes()
    {
        var known = Quoted().Matches(Repository.Read("src/Shared/RenderProtocol/ServerNames.cs"))
            .Select(match => match.Groups["text"].Value).Order(StringComparer.Ordinal).ToArray();
        var section = Markdown.Section(Document, "### DownPageServers")!;
        var listed = InlineCode().Matches(section[section.IndexOf("Known are ", StringComparison.Ordinal)..])
            .Select(match => match.Groups["text"].Value).ToArray();

        Assert.IsNotEmpty(known);
        CollectionAssert.AreEqual(known, listed);
    }

    [TestMethod]
    public void ManifestSample_IsThatOfTheContract()
    {
        var contract = string.Join('\n', Markdown.Fenced(Repository.Read("src/Shared/PageManifest/README.md"), "json"));
        var sample = string.Join('\n', Markdown.Fenced(Markdown.Section(Document, "### The page manifest")!, "json"));

        Assert.AreEqual(contract, sample);
    }

    // | [`DownPageHost`](#downpagehost) | values | default |
    private static Dictionary<string, string> DocumentedProperties() => PropertyRow().Matches(PropertiesSection)
        .ToDictionary(match => match.Groups["name"].Value, match => match.Groups["default"].Value.Trim());

    private static string[] Names(string list)
    {
        var source = Repository.Read("src/DownPage.Build/PageItem.cs");
        var array = Regex.Match(source, $@"\b{list} =\s*\[(?<items>[^\]]+)\]").Groups["items"].Value;
        string[] names = [.. Quoted().Matches(array).Select(match => match.Groups["text"].Value)];
        Assert.IsNotEmpty(names, $"PageItem.{list} was not found.");
        return names;
    }

    [GeneratedRegex(@"\$\((?<name>DownPage[A-Z]\w*)\)")]
    private static partial Regex PropertyUse();

    [GeneratedRegex(@"^\| \[`(?<name>\w+)`\]\(#\w+\) \|[^|]*\|(?<default>[^|]*)\|$", RegexOptions.Multiline)]
    private static partial Regex PropertyRow();

    [GeneratedRegex("""viewData\["(?<name>\w+)"\]""")]
    private static partial Regex ViewDataUse();

    [GeneratedRegex("^\\s+\"(?<name>[A-Z]\\w+)=", RegexOptions.Multiline)]
    private static partial Regex VariableUse();

    [GeneratedRegex("^(DOWNPAGE|ASPNETCORE|DOTNET)_")]
    private static partial Regex VariableName();

    // The words of the sources themselves, RenderDownPages say, begin otherwise.
    [GeneratedRegex(@"(?<![\w.])DownPage[A-Z]\w*")]
    private static partial Regex AnyName();

    [GeneratedRegex("\"(?<text>[^\"]+)\"")]
    private static partial Regex Quoted();

    [GeneratedRegex("`(?<text>[^`]+)`")]
    private static partial Regex InlineCode();
}
