using System.Xml.Linq;
using DownPage.RenderProtocol;

namespace DownPage.Build;

/// <summary>The app's <c>runtimeconfig.json</c> as a process of this machine can start with it.</summary>
internal sealed class RuntimeConfiguration
{
    private const string AspNetCore = "Microsoft.AspNetCore.App";

    // Switches that trimming sets. The published app is trimmed to fit them; the untrimmed one that renders is not.
    private static readonly string[] TrimmingSwitches =
    [
        "System.Text.Json.JsonSerializer.IsReflectionEnabledByDefault",
        "System.Runtime.CompilerServices.RuntimeFeature.IsDynamicCodeSupported",
        "Microsoft.AspNetCore.Mvc.ApiExplorer.IsEnhancedModelMetadataSupported",
        "Microsoft.AspNetCore.EnsureJsonTrimmability",
    ];

    private readonly XElement root;

    private RuntimeConfiguration(XElement root) => this.root = root;

    public bool HasAspNetCore => Frameworks().Any(framework => framework.Text("name") == AspNetCore);

    /// <summary>
    /// Reads the build's file; without one (the project does not make it) assumes what the target framework says.
    /// </summary>
    /// <param name="path">Where the file would be.</param>
    /// <param name="frameworkVersion">The target framework's version, <c>10.0</c>.</param>
    /// <param name="hasAspNetCore">Whether the project references ASP.NET Core.</param>
    public static RuntimeConfiguration Read(string path, string frameworkVersion, bool hasAspNetCore)
    {
        if (File.Exists(path))
        {
            var configuration = new RuntimeConfiguration(JsonFile.Read(path));
            configuration.MakeRunnable();
            return configuration;
        }

        return new RuntimeConfiguration(JsonFile.Object("root", JsonFile.Object(
            "runtimeOptions",
            JsonFile.Array(
                "frameworks",
                (hasAspNetCore ? new[] { "Microsoft.NETCore.App", AspNetCore } : ["Microsoft.NETCore.App"])
                    .Select(name => JsonFile.Object(
                        "item",
                        JsonFile.String("name", name),
                        JsonFile.String("version", frameworkVersion + ".0")))))));
    }

    public void Write(string path) => JsonFile.Write(path, root);

    // A self-contained app lists what it brings along, in versions that need not be installed here; the same list asks
    // the host for installed frameworks once it has the name for that and no patch versions.
    private void MakeRunnable()
    {
        if (root.Element("runtimeOptions") is not { } options)
        {
            return;
        }

        if (options.Element("includedFrameworks") is { } included)
        {
            included.Name = "frameworks";
            foreach (var framework in included.Elements())
            {
                framework.SetElementValue("version", WithoutPatch(framework.TextOrEmpty("version")));
            }
        }

        options.Element("configProperties")?.Elements()
            .Where(property => TrimmingSwitches.Contains(property.Name.LocalName))
            .Remove();
    }

    private IEnumerable<XElement> Frameworks() => root.Element("runtimeOptions") is { } options
        ? options.Items("frameworks").Concat(options.Elements("framework"))
        : [];

    private static string WithoutPatch(string version) => string.Join(".", version.Split('.').Take(2)) + ".0";
}
