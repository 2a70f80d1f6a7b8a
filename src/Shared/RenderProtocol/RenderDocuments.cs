using System.Xml.Linq;
using static DownPage.RenderProtocol.JsonFile;

namespace DownPage.RenderProtocol;

/// <summary>Reads and writes the two documents. A change of their shape is a change of <see cref="Version"/>.</summary>
internal static class RenderDocuments
{
    /// <summary>The version that this code writes, and the only one that it reads.</summary>
    public const int Version = 1;

    public const string RequestFileName = "render-request.json";
    public const string ResponseFileName = "render-response.json";

    public static void Write(string path, RenderRequest request) => JsonFile.Write(path, Element(request));

    /// <summary>The request as one text, equal for equal requests.</summary>
    public static string Text(RenderRequest request) => JsonFile.Serialize(Element(request));

    public static RenderRequest ReadRequest(string path)
    {
        var root = ReadVersioned(path);
        return new RenderRequest
        {
            Generator = root.TextOrEmpty("generator"),
            ProjectFile = root.TextOrEmpty("projectFile"),
            ApplicationAssembly = root.TextOrEmpty("applicationAssembly"),
            ApplicationDirectory = root.TextOrEmpty("applicationDirectory"),
            ContentRoot = root.TextOrEmpty("contentRoot"),
            Environment = root.TextOrEmpty("environment"),
            Host = Enum.TryParse(root.Text("host"), out HostKind host) ? host : HostKind.Services,
            RoutePattern = root.TextOrEmpty("routePattern"),
            BaseUrl = root.TextOrEmpty("baseUrl"),
            PathBase = root.TextOrEmpty("pathBase"),
            AssetsManifest = root.Text("assetsManifest"),
            EndpointsManifest = root.Text("endpointsManifest"),
            PagesDirectory = root.TextOrEmpty("pagesDirectory"),
            OutputPath = root.TextOrEmpty("outputPath"),
            StandAloneAssembly = root.TextOrEmpty("standAloneAssembly"),
            PreviewDirectory = root.Text("previewDirectory"),
            FrontEnds = FrontEndOptionsElement.Read(root.Element(FrontEndOptionsElement.Name)),
            ResponseFile = root.TextOrEmpty("responseFile"),
            TimeoutMilliseconds = (int)(root.Integer("timeoutMilliseconds") ?? 0),
            ProgressPrefix = root.TextOrEmpty("progressPrefix"),
            Pages = [.. root.Items("pages").Select(ReadPage)],
        };
    }

    public static void Write(string path, RenderResponse response) => JsonFile.Write(path, Object(
        "root",
        Number("version", Version),
        Array("pages", response.Pages.Select(page => Object(
            "item",
            String("outputPath", page.OutputPath),
            Boolean("isPage", page.IsPage),
            Number("bytes", page.Bytes)))),
        Array("diagnostics", response.Diagnostics.Select(diagnostic => Object(
            "item",
            Boolean("isError", diagnostic.IsError),
            String("code", diagnostic.Code),
            String("message", diagnostic.Message),
            String("file", diagnostic.File),
            Number("line", diagnostic.Line),
            Number("column", diagnostic.Column),
            String("detail", diagnostic.Detail))))));

    public static RenderResponse ReadResponse(string path)
    {
        var root = ReadVersioned(path);
        return new RenderResponse
        {
            Pages = [.. root.Items("pages").Select(page => new RenderedPage
            {
                OutputPath = page.TextOrEmpty("outputPath"),
                IsPage = page.Text("isPage") == "true",
                Bytes = page.Integer("bytes") ?? 0,
            })],
            Diagnostics = [.. root.Items("diagnostics").Select(diagnostic => new RenderDiagnostic
            {
                IsError = diagnostic.Text("isError") == "true",
                Code = diagnostic.TextOrEmpty("code"),
                Message = diagnostic.TextOrEmpty("message"),
                File = diagnostic.Text("file"),
                Line = (int)(diagnostic.Integer("line") ?? 0),
                Column = (int)(diagnostic.Integer("column") ?? 0),
                Detail = diagnostic.Text("detail"),
            })],
        };
    }

    private static XElement Element(RenderRequest request) => Object(
        "root",
        Number("version", Version),
        String("generator", request.Generator),
        String("projectFile", request.ProjectFile),
        String("applicationAssembly", request.ApplicationAssembly),
        String("applicationDirectory", request.ApplicationDirectory),
        String("contentRoot", request.ContentRoot),
        String("environment", request.Environment),
        String("host", request.Host.ToString()),
        String("routePattern", request.RoutePattern),
        String("baseUrl", request.BaseUrl),
        String("pathBase", request.PathBase),
        String("assetsManifest", request.AssetsManifest),
        String("endpointsManifest", request.EndpointsManifest),
        String("pagesDirectory", request.PagesDirectory),
        String("outputPath", request.OutputPath),
        String("standAloneAssembly", request.StandAloneAssembly),
        String("previewDirectory", request.PreviewDirectory),
        FrontEndOptionsElement.Write(request.FrontEnds),
        String("responseFile", request.ResponseFile),
        Number("timeoutMilliseconds", request.TimeoutMilliseconds),
        String("progressPrefix", request.ProgressPrefix),
        Array("pages", request.Pages.Select(PageElement)));

    private static XElement PageElement(RenderPage page) => Object(
        "item",
        String("item", page.Item),
        String("sourceFile", page.SourceFile),
        String("view", page.View),
        String("route", page.Route),
        String("layout", page.Layout),
        Number("statusCode", page.StatusCode),
        String("culture", page.Culture),
        String("name", page.Name),
        Array("outputPaths", page.OutputPaths.Select(path => String("item", path)!)),
        Array("viewData", page.ViewData.Select(entry => Object(
            "item",
            String("name", entry.Key),
            String("value", entry.Value)))),
        PageOptionsElement.Write(page.Options));

    private static RenderPage ReadPage(XElement page) => new()
    {
        Item = page.TextOrEmpty("item"),
        SourceFile = page.TextOrEmpty("sourceFile"),
        View = page.Text("view"),
        Route = page.Text("route"),
        Layout = page.Text("layout"),
        StatusCode = (int?)page.Integer("statusCode"),
        Culture = page.Text("culture"),
        Name = page.TextOrEmpty("name"),
        OutputPaths = [.. page.Items("outputPaths").Select(path => path.Value)],
        ViewData = [.. page.Items("viewData")
            .Select(entry => new KeyValuePair<string, string>(entry.TextOrEmpty("name"), entry.TextOrEmpty("value")))],
        Options = PageOptionsElement.Read(page.Element(PageOptionsElement.Name)),
    };

    private static XElement ReadVersioned(string path)
    {
        var root = JsonFile.Read(path);
        return root.Integer("version") == Version
            ? root
            : throw new FormatException(
                $"'{path}' is of version {root.Text("version") ?? "(none)"}; this code reads version {Version}.");
    }
}
