using DownPage.FrontEnds.Envoy;

namespace DownPage.FrontEnds.Tests.Envoy;

/// <summary>What is written for Envoy, by its documentation: Envoy itself does not run here.</summary>
[TestClass]
public sealed class EnvoyConfigTests
{
    private const string Yaml = "envoy/downpage.yaml";

    [TestMethod]
    public void Mappers_ComeFromTheMostSpecialToTheDefault()
    {
        var files = Sample.Text("envoy", Yaml).Split('\n')
            .Where(line => line.StartsWith("      body: ", StringComparison.Ordinal)).Take(6).ToList();

        Assert.HasCount(6, files);
        string[] expected = ["503.de.json", "503.json", "503.de.txt", "503.txt", "503.de.html", "503.html"];
        for (var index = 0; index < expected.Length; index++)
        {
            Assert.Contains($"\"/srv/shop/_downpage/{expected[index]}\"", files[index]);
        }
    }

    [TestMethod]
    public void Mappers_CoverEachStatusAndMaintenance()
    {
        var text = Sample.Text("envoy", Yaml);

        Assert.Contains("    - filter: { response_flag_filter: { flags: [FI] } }\n", text);
        foreach (var status in (int[])[500, 502, 503, 504])
        {
            Assert.Contains($"    - filter: {{ status_code_filter: {{ comparison: {{ op: EQ, value: {{ default_value: {status}, ", text);
        }
    }

    [TestMethod]
    public void Mapper_WithSeveralConditions_JoinsThem()
    {
        var blocks = Sample.Text("envoy", Yaml).Split("        and_filter:\n          filters:\n")[1..];

        Assert.IsNotEmpty(blocks);
        foreach (var block in blocks)
        {
            var conditions = block.Split('\n').TakeWhile(line => line.StartsWith("            - ", StringComparison.Ordinal));
            // Envoy refuses a join of one.
            Assert.IsGreaterThanOrEqualTo(2, conditions.Count());
        }
    }

    [TestMethod]
    public void Lines_AreIndentedByTwos()
    {
        foreach (var line in Sample.Text("envoy", Yaml).Split('\n').Where(line => !line.StartsWith('#')))
        {
            Assert.AreEqual(0, (line.Length - line.TrimStart(' ').Length) % 2, line);
            Assert.DoesNotContain("\t", line);
        }
    }

    [TestMethod]
    public void Header_OfTheProject_IsQuotedAndNoCommand()
    {
        var options = Sample.Options("envoy");
        options.Headers = [new("X-Extra", "one \"two\"; 3% #4")];

        Assert.Contains(
            "- header: { key: \"X-Extra\", value: \"one \\\"two\\\"; 3%% #4\" }\n", Sample.Text("envoy", Yaml, options));
    }

    [TestMethod]
    public void Maintenance_LetsPathsAndTestersPass()
    {
        var options = Sample.Options("envoy");
        options.Bypass = ["/healthz", "/admin/*"];

        var text = Sample.Text("envoy", Yaml, options);

        Assert.Contains("|/healthz(?:\\\\?.*)?|", text);
        Assert.Contains("|/admin(?:[/?].*)?|", text);
        Assert.Contains("|/_downpage/assets/.*)\"", text);
        Assert.Contains("downpage-pass=.*\"", text);
    }

    [TestMethod]
    public void QuoteFormat_OfAValueWithAPercentSign_IsNoCommand()
        => Assert.AreEqual("\"50%% \\\"off\\\"\"", EnvoyText.QuoteFormat("50% \"off\""));
}
