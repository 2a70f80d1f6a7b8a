using System.Diagnostics;
using DownPage.RenderProtocol;
using Microsoft.Build.Framework;

namespace DownPage.Build;

/// <summary>Items in, process out, diagnostics back: renders <c>@(DownPage)</c> into the intermediate folder.</summary>
[MSBuildMultiThreadableTask]
public sealed class RenderDownPages : RendererTask
{
    private readonly Stopwatch elapsed = Stopwatch.StartNew();
    private readonly RenderRequest request = new();
    private bool isIncremental;
    private string outputPath = "";

    /// <summary>The items.</summary>
    [Required]
    public ITaskItem[] Pages { get; set; } = null!;

    /// <summary>The project: what a diagnostic without a better place points to.</summary>
    [Required]
    public string ProjectFile { get; set; } = null!;

    /// <summary>The app's compiled assembly.</summary>
    [Required]
    public string ApplicationAssembly { get; set; } = null!;

    /// <summary>The build output, with the app's dependencies.</summary>
    [Required]
    public string ApplicationDirectory { get; set; } = null!;

    /// <summary>The build's runtimeconfig.json, which need not exist.</summary>
    public string AppRuntimeConfig { get; set; } = "";

    /// <summary>The project's output type, <c>Exe</c> for an app.</summary>
    public string OutputType { get; set; } = "";

    /// <summary>The project's framework references.</summary>
    public ITaskItem[] FrameworkReferences { get; set; } = [];

    /// <summary>The target framework, <c>net10.0</c>, for messages.</summary>
    public string TargetFramework { get; set; } = "";

    /// <summary>The target framework's version, <c>v10.0</c>.</summary>
    [Required]
    public string TargetFrameworkVersion { get; set; } = null!;

    /// <summary>Where request, response and pages go.</summary>
    [Required]
    public string IntermediateDirectory { get; set; } = null!;

    /// <summary>The manifest of the static web assets that are published; empty: there are none.</summary>
    public string AssetsManifest { get; set; } = "";

    /// <summary>The manifest of their endpoints; empty: there are none.</summary>
    public string EndpointsManifest { get; set; } = "";

    /// <summary><c>ResolvedFileToPublish</c>: what is published besides, with <c>RelativePath</c>.</summary>
    public ITaskItem[] PublishedFiles { get; set; } = [];

    /// <summary><c>DownPageHost</c>.</summary>
    public string Host { get; set; } = "";

    /// <summary><c>DownPageRoutePattern</c>.</summary>
    public string RoutePattern { get; set; } = "";

    /// <summary><c>DownPageBaseUrl</c>.</summary>
    public string BaseUrl { get; set; } = "";

    /// <summary><c>DownPagePathBase</c>.</summary>
    public string PathBase { get; set; } = "";

    /// <summary><c>DownPageOutputPath</c>.</summary>
    public string OutputPath { get; set; } = "";

    /// <summary><c>DownPageCultures</c>.</summary>
    public string Cultures { get; set; } = "";

    /// <summary><c>DownPageLayout</c>.</summary>
    public string Layout { get; set; } = "";

    /// <summary>
    /// One item with the properties that a <c>DownPage</c> item may have as metadata, under the same names:
    /// <c>InlineLimit</c> is <c>DownPageInlineLimit</c>.
    /// </summary>
    [Required]
    public ITaskItem Options { get; set; } = null!;

    /// <summary>
    /// One item with the properties for the servers in front, under their names without <c>DownPage</c>:
    /// <c>DeployRoot</c> is <c>DownPageDeployRoot</c>.
    /// </summary>
    [Required]
    public ITaskItem FrontEnds { get; set; } = null!;

    /// <summary>The items <c>DownPageHeader</c>: a header's name, with its value as <c>Value</c>.</summary>
    public ITaskItem[] Headers { get; set; } = [];

    /// <summary>DownPage.StandAlone.dll, which the renderer loads.</summary>
    [Required]
    public string StandAlone { get; set; } = null!;

    /// <summary>Where a gallery of the pages goes; empty: none is wanted.</summary>
    public string PreviewDirectory { get; set; } = "";

    /// <summary><c>DownPageTimeout</c>, in seconds.</summary>
    public string TimeoutSeconds { get; set; } = "";

    /// <summary><c>DownPageIncremental</c>.</summary>
    public string Incremental { get; set; } = "";

    /// <summary><c>DownPageVerbosity</c>.</summary>
    public string Verbosity { get; set; } = "";

    /// <summary>For <c>DownPageIncremental</c>: the files that a page can depend on.</summary>
    public ITaskItem[] Inputs { get; set; } = [];

    /// <summary>docs/errors.md: where help links point to.</summary>
    [Required]
    public string DocumentationFile { get; set; } = null!;

    /// <summary>The project's property of that name.</summary>
    public bool TreatWarningsAsErrors { get; set; }

    /// <summary>The codes in <c>NoWarn</c> and <c>WarningsNotAsErrors</c>.</summary>
    public string[] ExceptedCodes { get; set; } = [];

    /// <summary>The rendered files and their manifest, with <c>RelativePath</c> for the publish folder.</summary>
    [Output]
    public ITaskItem[] RenderedFiles { get; set; } = [];

    /// <summary>What was done, in words: <c>3 down pages in _downpage/, 27 KB, 0.3 s</c>.</summary>
    [Output]
    public string Summary { get; set; } = "";

    /// <summary>The gallery's first page; empty: none was wanted.</summary>
    [Output]
    public string PreviewFile { get; set; } = "";

    private protected override string RuntimeConfigFile => Path.Combine(IntermediateDirectory, "app.runtimeconfig.json");

    private protected override string RequestFile => Path.Combine(IntermediateDirectory, RenderDocuments.RequestFileName);

    private protected override string ProgressPrefix => request.ProgressPrefix;

    private string ResponseFile => Path.Combine(IntermediateDirectory, RenderDocuments.ResponseFileName);

    private string PagesDirectory => Path.Combine(IntermediateDirectory, "pages");

    /// <inheritdoc/>
    public override bool Execute()
    {
        var log = new DiagnosticLog(Log, ProjectFile, DocumentationFile)
        {
            TreatWarningsAsErrors = TreatWarningsAsErrors,
            ExceptedCodes = ExceptedCodes,
        };
        var runtime = RuntimeConfiguration.Read(
            AppRuntimeConfig,
            TargetFrameworkVersion.TrimStart('v', 'V'),
            FrameworkReferences.Any(reference => reference.ItemSpec == "Microsoft.AspNetCore.App"));
        log.Report(Prepare(runtime));
        if (Log.HasLoggedErrors)
        {
            return false;
        }

        RenderResponse? response;
        try
        {
            Directory.CreateDirectory(PagesDirectory);
            response = Render(runtime);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            log.Report(OutputErrors.NotWritable(RequestFile, refused.Message));
            return false;
        }

        if (response is null)
        {
            LogLastLines();
            if (ExplainSilence(RenderTimeout) is { } silence)
            {
                log.Report(silence);
            }

            return false;
        }

        log.Report(response.Diagnostics);
        if (response.Diagnostics.Any(diagnostic => diagnostic.Code.StartsWith("DP01", StringComparison.Ordinal)))
        {
            LogLastLines();
        }

        if (Log.HasLoggedErrors)
        {
            return false;
        }

        var output = new RenderedOutput(response, PagesDirectory, outputPath);
        RenderedFiles = output.Items;
        Summary = output.Summarize(elapsed.Elapsed);
        PreviewFile = request.PreviewDirectory is { } preview ? Path.Combine(preview, "index.html") : "";
        return true;
    }

    private TimeSpan RenderTimeout => TimeSpan.FromMilliseconds(request.TimeoutMilliseconds);

    private List<RenderDiagnostic> Prepare(RuntimeConfiguration runtime)
    {
        if (!string.Equals(OutputType, "Exe", StringComparison.OrdinalIgnoreCase) || !runtime.HasAspNetCore)
        {
            return [ItemErrors.NotAnAspNetCoreApp(ProjectFile)];
        }

        if (Version.TryParse(TargetFrameworkVersion.TrimStart('v', 'V'), out var version) && version.Major < 8)
        {
            return [ItemErrors.FrameworkTooOld(TargetFramework)];
        }

        var properties = new PropertyReader();
        request.Host = properties.ReadHost("DownPageHost", Host);
        request.BaseUrl = properties.ReadBaseUrl("DownPageBaseUrl", BaseUrl);
        request.PathBase = properties.ReadPathBase("DownPagePathBase", PathBase);
        request.TimeoutMilliseconds = properties.ReadSeconds("DownPageTimeout", TimeoutSeconds);
        isIncremental = properties.ReadBoolean("DownPageIncremental", Incremental);
        properties.CheckVerbosity("DownPageVerbosity", Verbosity);
        request.RoutePattern = RoutePattern;
        request.Generator = Package.NameAndVersion;
        request.ProjectFile = ProjectFile;
        request.ApplicationAssembly = ApplicationAssembly;
        request.ApplicationDirectory = ApplicationDirectory;
        request.ContentRoot = ProjectDirectory;
        request.Environment = EnvironmentName;
        request.AssetsManifest = ExistingFile(AssetsManifest);
        request.EndpointsManifest = ExistingFile(EndpointsManifest);
        request.PagesDirectory = PagesDirectory;
        request.StandAloneAssembly = StandAlone;
        request.PreviewDirectory = PreviewDirectory.Length > 0 ? PreviewDirectory : null;
        request.ResponseFile = ResponseFile;

        outputPath = properties.ReadOutputPath("DownPageOutputPath", OutputPath);
        request.OutputPath = outputPath;
        var options = new PageOptionsReader(
            name => Options.GetMetadata(name).Trim(),
            (name, value, valid) => ItemErrors.InvalidProperty("DownPage" + name, value, valid),
            new PageOptions());
        var defaults = options.Read();
        var frontEnds = new FrontEndOptionsReader(FrontEnds);
        request.FrontEnds = frontEnds.Read(defaults.Servers, defaults.RetryAfterSeconds, Headers);
        var reader = new PageItemReader(new PageDefaults
        {
            ProjectFile = ProjectFile,
            ProjectDirectory = ProjectDirectory,
            Host = request.Host,
            OutputPath = outputPath,
            Cultures = Cultures.Length > 0 ? Cultures : null,
            Layout = Layout.Length > 0 ? Layout : null,
            Options = defaults,
            PublishedPaths = PublishedPaths.Find(PublishedFiles, request.EndpointsManifest, outputPath),
        });
        reader.Read(Pages);
        request.Pages = reader.Pages;
        return [.. properties.Errors, .. options.Errors, .. frontEnds.Errors, .. reader.Errors];
    }

    private RenderResponse? Render(RuntimeConfiguration runtime)
    {
        var stamp = new RenderStamp(Path.Combine(IntermediateDirectory, "render-stamp.txt"));

        // A gallery that somebody has removed is asked for again by asking for it.
        var current = isIncremental && request.PreviewDirectory is null ? ComputeStamp() : null;
        if (current is not null && stamp.FindAnswer(current, ResponseFile, PagesDirectory) is { } earlier)
        {
            Log.LogMessage(MessageImportance.Low, "Nothing that can be listed has changed: the pages are current.");
            return earlier;
        }

        stamp.Forget();
        File.Delete(ResponseFile);
        runtime.Write(RuntimeConfigFile);
        request.ProgressPrefix = "downpage-" + Guid.NewGuid().ToString("N") + ": ";
        RenderDocuments.Write(RequestFile, request);
        RunRenderer(RenderTimeout);
        if (!File.Exists(ResponseFile))
        {
            return null;
        }

        var response = ReadResponse();
        if (current is not null && ExitCode == RendererExitCode.Rendered && response.Pages.Count > 0)
        {
            stamp.Remember(current);
        }

        return response;
    }

    // Before the prefix is chosen, which is another in each run.
    private string ComputeStamp() => RenderStamp.Compute(
        RenderDocuments.Text(request), [.. Inputs.Select(input => input.GetMetadata("FullPath")), Renderer, StandAlone, DepsFile]);

    private RenderResponse ReadResponse()
    {
        try
        {
            return RenderDocuments.ReadResponse(ResponseFile);
        }
        catch (FormatException unreadable)
        {
            return new RenderResponse { Diagnostics = { ItemErrors.OtherVersion(unreadable) } };
        }
    }

    private static string? ExistingFile(string path) => path.Length > 0 && File.Exists(path) ? path : null;
}
