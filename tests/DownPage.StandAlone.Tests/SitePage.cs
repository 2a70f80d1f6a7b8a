using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using DownPage.Renderer.Finishing;
using DownPage.Renderer.Rendering;
using DownPage.RenderProtocol;

namespace DownPage.StandAlone.Tests;

/// <summary>A page of a site with files, made to stand alone.</summary>
internal sealed class SitePage : IDisposable
{
    public const string Png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private readonly TempFolder folder = new();
    private FinishedPage? finished;

    public RenderRequest Request { get; } = new() { BaseUrl = "https://shop.example", OutputPath = "_downpage/" };

    public PageOptions Options { get; } = new() { Minify = false, Compress = false, Formats = [PageFormat.Html] };

    public string Path { get; set; } = "/502.html";

    public FinishedPage Finished => finished ?? throw new InvalidOperationException("Finish comes first.");

    public string Html => Encoding.UTF8.GetString(Finished.Files[0].Content.Span);

    public IHtmlDocument Document => new HtmlParser().ParseDocument(Html);

    public IEnumerable<string> Codes => Finished.Diagnostics.Select(diagnostic => diagnostic.Code);

    /// <summary>Publishes a file.</summary>
    public SitePage With(string path, string content)
    {
        folder.Write("wwwroot/" + path, content);
        return this;
    }

    /// <summary>Publishes a small picture.</summary>
    public SitePage WithPng(string path) => With(path, Convert.FromBase64String(Png));

    public SitePage With(string path, byte[] content)
    {
        With(path, "");
        File.WriteAllBytes(FileOf(path), content);
        return this;
    }

    public string FileOf(string path) => folder.PathOf("wwwroot/" + path);

    /// <summary>Writes a view of the project.</summary>
    public string WithView(string path, string content) => folder.Write(path, content);

    /// <summary>A page with this in its body.</summary>
    public SitePage FinishBody(string body) => Finish("", body);

    public SitePage Finish(string head, string body) => FinishHtml(
        $"<!DOCTYPE html><html lang=\"en\"><head><title>Down</title>{head}</head><body>{body}</body></html>");

    public SitePage FinishHtml(string html, params string[] views)
    {
        Request.ContentRoot = folder.Root;
        var page = new RenderPage
        {
            Item = "502.cshtml",
            SourceFile = folder.PathOf("Views/Errors/502.cshtml"),
            Name = "502.html",
            OutputPaths = ["502.html"],
            Options = Options,
        };
        finished = new StandAlonePages(Request, null).Finish(page, new PageAnswer
        {
            Body = Encoding.UTF8.GetBytes(html),
            StatusCode = 502,
            ContentType = "text/html; charset=utf-8",
            Path = Path,
            Views = views,
        });
        return this;
    }

    public void Dispose() => folder.Dispose();
}
