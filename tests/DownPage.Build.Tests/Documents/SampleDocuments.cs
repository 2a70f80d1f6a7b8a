using DownPage.FrontEnds;
using DownPage.RenderProtocol;

namespace DownPage.Build.Tests.Documents;

/// <summary>A request and a response with every member set, and one with those left out that may be.</summary>
internal static class SampleDocuments
{
    /// <summary>Texts that a careless writer or reader breaks.</summary>
    public const string AwkwardText =
        "\"quoted\" \\ / \\/ </script> 'ünï' ☎ 😀 عربي\r\nline\ttab \u0001\u001f\u007f\u2028 %3B ; {0}";

    public static RenderRequest Request() => new()
    {
        Generator = "DownPage.Build 1.0.0",
        ProjectFile = "/src/Shop/Shop.csproj",
        ApplicationAssembly = "/src/Shop/obj/Release/net10.0/Shop.dll",
        ApplicationDirectory = "/src/Shop/bin/Release/net10.0/",
        ContentRoot = "/src/Shop",
        Environment = "Production",
        Host = HostKind.App,
        RoutePattern = "{controller=Home}/{action=Index}/{id?}",
        BaseUrl = "https://shop.example",
        PathBase = "/shop",
        AssetsManifest = "/src/Shop/obj/Release/net10.0/staticwebassets.publish.json",
        EndpointsManifest = "/src/Shop/obj/Release/net10.0/staticwebassets.publish.endpoints.json",
        PagesDirectory = "/src/Shop/obj/Release/net10.0/downpage/pages",
        OutputPath = "_downpage/",
        StandAloneAssembly = "/pkg/tools/net8.0/standalone/DownPage.StandAlone.dll",
        PreviewDirectory = "/src/Shop/obj/Release/net10.0/downpage/preview/",
        FrontEnds = new FrontEndOptions
        {
            Servers = ["nginx"],
            DeployRoot = "/srv/shop",
            Prefix = "/_downpage",
            FlagFile = "/run/shop/maintenance.on",
            Allow = ["10.0.0.0/8"],
            Bypass = [],
            RetryAfter = 600,
            Intercept = true,
            Headers = [new("X-Frame-Options", "DENY")],
        },
        ResponseFile = "/src/Shop/obj/Release/net10.0/downpage/render-response.json",
        TimeoutMilliseconds = 120_000,
        ProgressPrefix = "downpage-5f0c: ",
        Pages =
        [
            new RenderPage
            {
                Item = "Views/Errors/502.cshtml",
                SourceFile = "/src/Shop/Views/Errors/502.cshtml",
                View = "/Views/Errors/502.cshtml",
                Layout = "_Plain",
                StatusCode = 502,
                Culture = "de",
                Name = "502.html",
                OutputPaths = ["502.de.html", "502.html"],
                ViewData = [new("Title", "Gleich zurück"), new("Phone", "+49 30 \"502\"")],
                Options = new PageOptions
                {
                    SelfContained = false,
                    InlineLimit = 4_096,
                    Scripts = ScriptHandling.Inline,
                    TrimCss = false,
                    KeepCss = [".is-*", "nav > .open"],
                    Minify = false,
                    Compress = false,
                    Formats = [PageFormat.Html, PageFormat.Json],
                    RefreshSeconds = 30,
                    RetryAfterSeconds = 600,
                    MaxBytes = 10_240,
                    Servers = ["nginx", "haproxy"],
                },
            },
            new RenderPage
            {
                Item = "not-found.html",
                SourceFile = "/src/Shop/Shop.csproj",
                Route = "/not-found?lang=de",
                Name = "not-found.html",
                OutputPaths = ["not-found.html"],
            },
        ],
    };

    public static RenderResponse Response() => new()
    {
        Pages =
        [
            new RenderedPage { OutputPath = "502.de.html", IsPage = true, Bytes = 2817 },
            new RenderedPage { OutputPath = "downpages.json", Bytes = 5_000_000_000 },
        ],
        Diagnostics =
        [
            new RenderDiagnostic
            {
                Code = "DP0201",
                Message = "The view '/Views/Errors/502.cshtml' threw InvalidOperationException: no \"phone\" number.",
                File = "/src/Shop/Views/Errors/502.cshtml",
                Line = 7,
                Column = 3,
                Detail = "System.InvalidOperationException: no \"phone\" number\n   at Shop.Views.Execute()",
            },
            new RenderDiagnostic { IsError = false, Code = "DP0205", Message = "Answered with status 500." },
        ],
    };
}
