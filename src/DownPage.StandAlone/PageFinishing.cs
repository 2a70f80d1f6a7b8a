using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using DownPage.Renderer;
using DownPage.Renderer.Finishing;
using DownPage.Renderer.Rendering;
using DownPage.RenderProtocol;
using DownPage.StandAlone.Assets;
using DownPage.StandAlone.Checks;
using DownPage.StandAlone.Compression;
using DownPage.StandAlone.Css;
using DownPage.StandAlone.Formats;
using DownPage.StandAlone.Inlining;
using DownPage.StandAlone.Markup;
using DownPage.StandAlone.Scripts;

namespace DownPage.StandAlone;

/// <summary>The way of one page from what the app answered to what is published, read from top to bottom.</summary>
internal sealed class PageFinishing(RenderRequest request, RenderPage page, PageAnswer answer, SiteFiles files)
{
    private const string Html = "text/html";
    private const string HtmlUtf8 = "text/html; charset=utf-8";

    private static readonly HtmlParserOptions Parsing = new() { IsKeepingSourceReferences = true };

    private PageOptions Options => page.Options;

    public FinishedPage Finish()
    {
        if (!answer.ContentType.TrimStart().StartsWith(Html, StringComparison.OrdinalIgnoreCase))
        {
            return new FinishedPage { Files = [File(PageFormat.Html, answer.ContentType, answer.Body)] };
        }

        using var document = new HtmlParser(Parsing).ParseDocument(new MemoryStream(answer.Body.ToArray(), writable: false));
        var reports = new PageReports(Options, new ViewPlaces(request, page, answer), files);
        var context = new PageContext(document, page, request, files, answer.Path) { Reports = reports };
        var content = Options.SelfContained ? Encoding.UTF8.GetBytes(StandAlone(context)) : answer.Body;
        var html = File(PageFormat.Html, Options.SelfContained ? HtmlUtf8 : answer.ContentType, content);
        return new FinishedPage
        {
            Files = [html, .. OtherForms(document)],
            Assets = [.. context.Besides],
            Diagnostics = reports.Diagnostics,
        };
    }

    private string StandAlone(PageContext context)
    {
        var document = context.Document;
        var options = context.Options;
        LateStyles.Apply(context);
        HintRemover.Apply(context);
        var scripts = new ScriptInliner(context).Apply();
        var media = new MediaInliner(context);
        media.Apply(document);
        new SvgUseInliner(context).Apply(document);
        LinkAnchoring.Apply(context);
        var styles = new PageStyles(
            document,
            new PageStylesOptions
            {
                Trim = options.TrimCss,
                Minify = options.Minify,
                KeepSelectors = [.. options.KeepCss.Select(ReadKeptSelector)],
                ScriptText = scripts,
            },
            new StyleResources(context));
        new StyleInliner(context, styles).Apply();
        Head.Prepare(document);
        return HtmlWriter.Write(document, options.Minify);
    }

    private KeptSelector ReadKeptSelector(string selector) => KeptSelector.Parse(selector)
        ?? throw new RenderFailure(AssetErrors.InvalidKeepCss(request.ProjectFile, page.Item, selector));

    private IEnumerable<PageFile> OtherForms(IHtmlDocument document)
    {
        var text = PageText.Of(document, request.BaseUrl);
        foreach (var format in Options.Formats)
        {
            if (format == PageFormat.Json)
            {
                yield return new PageFile(
                    format,
                    ProblemDocument.ContentType,
                    ProblemDocument.Write(text, answer.StatusCode, Options.RetryAfterSeconds),
                    []);
            }
            else if (format == PageFormat.Text)
            {
                yield return new PageFile(format, PlainText.ContentType, PlainText.Write(text), []);
            }
        }
    }

    private PageFile File(PageFormat format, string contentType, ReadOnlyMemory<byte> content)
        => new(format, contentType, content, Options.Compress ? Compressor.Compress(content) : []);
}
