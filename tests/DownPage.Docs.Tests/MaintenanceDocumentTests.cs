using System.Text.RegularExpressions;

namespace DownPage.Docs.Tests;

/// <summary>docs/maintenance-mode.md has each option of maintenance mode, and no other.</summary>
[TestClass]
public sealed partial class MaintenanceDocumentTests
{
    private const string Source = "src/DownPage.AspNetCore/";

    // Options within options: the key that leads to each.
    private static readonly (string File, string Prefix)[] Classes =
    [
        ("MaintenanceModeOptions.cs", ""), ("MaintenanceAllowOptions.cs", "Allow:"), ("MaintenanceReadOnlyOptions.cs", "ReadOnly:"),
        ("MaintenanceWindowOptions.cs", "Windows:n:"), ("MaintenanceBypassOptions.cs", "Bypass:"), ("MaintenancePagesOptions.cs", "Pages:"),
        ("MaintenanceCorsOptions.cs", "Cors:"), ("MaintenanceFarmOptions.cs", "Farm:"), ("MaintenanceEndpointOptions.cs", "Endpoint:"),
    ];

    [TestMethod]
    public void Options_OfTheCode_AreTheDocumentedOnes()
    {
        var nested = Classes.Select(options => options.Prefix.Split(':')[0]).ToHashSet(StringComparer.Ordinal);
        var inCode = Classes.SelectMany(options => Option().Matches(Repository.Read(Source + options.File))
            .Select(match => match.Groups["name"].Value)
            .Where(name => options.Prefix.Length > 0 || !nested.Contains(name))
            .Select(name => options.Prefix + name));

        var documented = Markdown.FirstCells(Markdown.Section(Repository.Read("docs/maintenance-mode.md"), "## Options")!)
            .Select(cell => cell.Trim('`'));

        CollectionAssert.AreEquivalent(inCode.ToArray(), documented.ToArray());
    }

    [GeneratedRegex(@"^    public (?!const)[^(]*? (?<name>\w+) \{ get;", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Option();
}
