using DownPage.FrontEnds;

namespace DownPage.RenderProtocol;

/// <summary>
/// All that the renderer is told, in one document: <c>render-request.json</c>. Written by the task, read by the
/// renderer. The README beside this file shows a sample.
/// </summary>
internal sealed class RenderRequest
{
    /// <summary>The name and version that the manifest carries, <c>DownPage.Build 1.0.0</c>.</summary>
    public string Generator { get; set; } = "";

    /// <summary>The project being published: what a diagnostic without a better place points to.</summary>
    public string ProjectFile { get; set; } = "";

    /// <summary>The app's compiled assembly (IL, not trimmed), an absolute path.</summary>
    public string ApplicationAssembly { get; set; } = "";

    /// <summary>The folder that holds the app's dependencies: its build output, an absolute path.</summary>
    public string ApplicationDirectory { get; set; } = "";

    /// <summary>The folder that the app takes for its content root: the project's.</summary>
    public string ContentRoot { get; set; } = "";

    /// <summary>The name of the environment, <c>Production</c>.</summary>
    public string Environment { get; set; } = "";

    /// <summary>How much of the app runs.</summary>
    public HostKind Host { get; set; }

    /// <summary>The conventional route that links are made with under <see cref="HostKind.Services"/>.</summary>
    public string RoutePattern { get; set; } = "";

    /// <summary>Scheme and host of absolute links, <c>https://shop.example</c>.</summary>
    public string BaseUrl { get; set; } = "";

    /// <summary>The path that the app is mounted at, <c>/shop</c>; empty: the root.</summary>
    public string PathBase { get; set; } = "";

    /// <summary>
    /// The static web assets that are being published, with their source files; null: the project has none.
    /// </summary>
    public string? AssetsManifest { get; set; }

    /// <summary>The routes and fingerprints of those assets; null: the project has none.</summary>
    public string? EndpointsManifest { get; set; }

    /// <summary>The folder that receives the pages and their manifest, an absolute path.</summary>
    public string PagesDirectory { get; set; } = "";

    /// <summary>
    /// The folder of the pages in the publish output, with <c>/</c> at its end, <c>_downpage/</c>; empty: the publish
    /// folder itself. Files beside a page are asked for under it.
    /// </summary>
    public string OutputPath { get; set; } = "";

    /// <summary>DownPage.StandAlone.dll: makes pages stand alone; an absolute path.</summary>
    public string StandAloneAssembly { get; set; } = "";

    /// <summary>The folder that receives a gallery of the pages; null: none is wanted.</summary>
    public string? PreviewDirectory { get; set; }

    /// <summary>The servers that configuration is written for, and what the project says of them.</summary>
    public FrontEndOptions FrontEnds { get; set; } = new();

    /// <summary>Where the renderer writes its <see cref="RenderResponse"/>, an absolute path.</summary>
    public string ResponseFile { get; set; } = "";

    /// <summary>The time that the whole run may take, in milliseconds.</summary>
    public int TimeoutMilliseconds { get; set; }

    /// <summary>
    /// What a progress line on the renderer's stdout starts with: chosen anew for each run, so that nothing the app
    /// prints is taken for one.
    /// </summary>
    public string ProgressPrefix { get; set; } = "";

    /// <summary>The pages, in the order of their items.</summary>
    public List<RenderPage> Pages { get; set; } = [];
}
