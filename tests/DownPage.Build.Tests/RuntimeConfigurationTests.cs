using System.Text.Json.Nodes;

namespace DownPage.Build.Tests;

[TestClass]
public sealed class RuntimeConfigurationTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [TestMethod]
    public void FrameworkDependent_Written_IsTheSame()
    {
        const string BuildOutput = """
            {
              "runtimeOptions": {
                "tfm": "net10.0",
                "frameworks": [
                  { "name": "Microsoft.NETCore.App", "version": "10.0.3" },
                  { "name": "Microsoft.AspNetCore.App", "version": "10.0.3" }
                ],
                "configProperties": {
                  "System.GC.Server": true,
                  "System.Globalization.Invariant": false,
                  "Shop: odd name": "C:\\temp/\"x\"",
                  "ThreadPool.MinThreads": 4
                }
              }
            }
            """;

        var (configuration, written) = Convert(BuildOutput);

        Assert.IsTrue(configuration.HasAspNetCore);
        Assert.IsTrue(JsonNode.DeepEquals(JsonNode.Parse(BuildOutput), written), written.ToJsonString());
    }

    [TestMethod]
    public void SelfContained_Written_AsksForInstalledFrameworksOfAnyPatch()
    {
        var (configuration, written) = Convert("""
            {
              "runtimeOptions": {
                "tfm": "net10.0",
                "includedFrameworks": [
                  { "name": "Microsoft.NETCore.App", "version": "10.0.14" },
                  { "name": "Microsoft.AspNetCore.App", "version": "10.0.0-rc.1.25451.107" }
                ]
              }
            }
            """);

        Assert.IsTrue(configuration.HasAspNetCore);
        Assert.IsNull(Options(written)["includedFrameworks"]);
        CollectionAssert.AreEqual(
            new[] { "Microsoft.NETCore.App 10.0.0", "Microsoft.AspNetCore.App 10.0.0" }, Frameworks(written));
    }

    [TestMethod]
    public void Trimmed_Written_LosesTheSwitchesOfTrimmingAndNoOthers()
    {
        var (_, written) = Convert("""
            {
              "runtimeOptions": {
                "framework": { "name": "Microsoft.AspNetCore.App", "version": "10.0.0" },
                "configProperties": {
                  "System.Text.Json.JsonSerializer.IsReflectionEnabledByDefault": false,
                  "System.Runtime.CompilerServices.RuntimeFeature.IsDynamicCodeSupported": false,
                  "Microsoft.AspNetCore.Mvc.ApiExplorer.IsEnhancedModelMetadataSupported": false,
                  "Microsoft.AspNetCore.EnsureJsonTrimmability": true,
                  "System.Globalization.Invariant": true
                }
              }
            }
            """);

        var property = Assert.ContainsSingle(Options(written)["configProperties"]!.AsObject());
        Assert.AreEqual("System.Globalization.Invariant", property.Key);
    }

    [TestMethod]
    [DataRow("""{ "runtimeOptions": { "framework": { "name": "Microsoft.AspNetCore.App", "version": "8.0.0" } } }""", true)]
    [DataRow("""{ "runtimeOptions": { "framework": { "name": "Microsoft.NETCore.App", "version": "8.0.0" } } }""", false)]
    [DataRow("""{ "runtimeOptions": { } }""", false)]
    [DataRow("{ }", false)]
    public void HasAspNetCore_OneFrameworkOrNone_IsFound(string buildOutput, bool expected)
        => Assert.AreEqual(expected, Convert(buildOutput).Configuration.HasAspNetCore);

    [TestMethod]
    public void MissingFile_OfAnAspNetCoreApp_IsMadeFromTheTargetFramework()
    {
        var configuration = RuntimeConfiguration.Read(folder.PathOf("none.json"), "9.0", hasAspNetCore: true);

        Assert.IsTrue(configuration.HasAspNetCore);
        CollectionAssert.AreEqual(
            new[] { "Microsoft.NETCore.App 9.0.0", "Microsoft.AspNetCore.App 9.0.0" }, Frameworks(Written(configuration)));
    }

    [TestMethod]
    public void MissingFile_OfAnotherProgram_HasNoAspNetCore()
    {
        var configuration = RuntimeConfiguration.Read("", "9.0", hasAspNetCore: false);

        Assert.IsFalse(configuration.HasAspNetCore);
        CollectionAssert.AreEqual(new[] { "Microsoft.NETCore.App 9.0.0" }, Frameworks(Written(configuration)));
    }

    private (RuntimeConfiguration Configuration, JsonNode Written) Convert(string buildOutput)
    {
        var path = folder.Write("Shop.runtimeconfig.json", buildOutput);
        var configuration = RuntimeConfiguration.Read(path, "10.0", hasAspNetCore: false);
        return (configuration, Written(configuration));
    }

    private JsonNode Written(RuntimeConfiguration configuration)
    {
        var path = folder.PathOf("app.runtimeconfig.json");
        configuration.Write(path);
        return JsonNode.Parse(File.ReadAllText(path))!;
    }

    private static JsonObject Options(JsonNode written) => written["runtimeOptions"]!.AsObject();

    private static string[] Frameworks(JsonNode written) =>
        [.. Options(written)["frameworks"]!.AsArray().Select(framework => $"{framework!["name"]} {framework["version"]}")];
}
