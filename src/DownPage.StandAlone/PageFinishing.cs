using System.Text;
using AngleSharp.Dom;
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
using DownPage.StandAlone.Refresh;
using DownPage.StandAlone.Scripts;
using DownPage.StandAlone.Security;
using Microsoft.Net.Http.Headers;

namespace DownPage.StandAlone;

/// <summary>The way of one page from what the app answered to what is published, read from top to bottom.</summary>
internal sealed class PageFinishing(RenderRequest request, RenderPage page, PageAnswer answer, SiteFiles files)
{
    private const string Html = "text/html";
    private const string HtmlUtf8 = "text/html; charset=utf-8";

    private PageOptions Options => page.Options;

    public FinishedPage Finish()
    {
        if (!answer.ContentType.TrimStart().StartsWith(Html, StringComparison.OrdinalIgnoreCase))
        {
            return new FinishedPage { Files = [File(PageFormat.Html, answer.ContentType, answer.Body)] };
        }

        var markup = Markup();
        using var document = PageParser.Parse(markup);
        var places = new ViewPlaces(request, page, answer);
        var reports = new PageReports(Options, places, files);
        var context = new PageContext(document, page, request, files, answer.Path) { Reports = reports };
        var content = Options.SelfContained
            ? Encoding.UTF8.GetBytes(StandAlone(context, places, ShadowAttributes.Read(markup, document)))
            : answer.Body;
        var html = File(PageFormat.Html, Options.SelfContained ? HtmlUtf8 : answer.ContentType, content);
        var others = OtherForms(PageText.Of(document, request.BaseUrl)).ToList();
        return new FinishedPage
        {
            Files = [html, .. others],
            Assets = [.. context.Besides],
            Diagnostics = [.. reports.Diagnostics, .. PageChecks.Run(Checked(document, places, reports, content.Length, others))],
        };
    }

    private CheckedPage Checked(
        IDocument document, ViewPlaces places, PageReports reports, int bytes, IReadOnlyList<PageFile> others) => new()
        {
            Document = document,
            Page = page,
            Request = request,
            Places = places,
            SelfContained = Options.SelfContained,
            BaseUrl = request.BaseUrl,
            Bytes = bytes,
            TextCharacters = others.FirstOrDefault(form => form.Format == PageFormat.Text) is { } text
                ? Encoding.UTF8.GetCharCount(text.Content.Span)
                : null,
            KnownUrls = reports.Urls,
        };

    // As the app says; ASP.NET Core writes UTF-8 unless told otherwise.
    private string Markup()
    {
        var charset = MediaTypeHeaderValue.TryParse(answer.ContentType, out var type) ? PageCharset.Find(type.Charset.Value) : null;
        return (charset ?? Encoding.UTF8).GetString(answer.Body.Span).TrimStart('\uFEFF');
    }

    private string StandAlone(
        PageContext context, ViewPlaces places, IReadOnlyDictionary<IShadowRoot, string> shadowAttributes)
    {
        LateStyles.Apply(context);
        HintRemover.Apply(context);
        var scripts = new ScriptInliner(context).Apply();
        var shadows = ShadowTrees.Within(context.Document).ToList();
        foreach (var tree in shadows.Prepend<IParentNode>(context.Document))
        {
            new MediaInliner(context).Apply(tree);
            new SvgUseInliner(context).Apply(tree);
        }

        LinkAnchoring.Apply(context);
        var styles = InlineStyles(context, shadows, scripts);
        Head.Prepare(context.Document);
        PageStamp.AddTo(context.Document);
        if (Options.RefreshSeconds is { } seconds)
        {
            context.Inserted.Add(RefreshScript.AddTo(context.Document, seconds));
        }

        context.Reports.Add(ContentSecurityPolicy.Adapt(context.Document, context.Insertions, places));
        var html = HtmlWriter.Write(context.Document, Options.Minify, styles.ShowsWhiteSpace, shadowAttributes);
        return PageStamp.Seal(html);
    }

    // What a shadow tree shows is not seen from outside: its own styles are not trimmed.
    private PageStyles InlineStyles(PageContext context, IReadOnlyList<IShadowRoot> shadows, string? scripts)
    {
        var resources = new StyleResources(context);
        var kept = Options.KeepCss.Select(ReadKeptSelector).ToList();
        var whole = new PageStylesOptions { Minify = Options.Minify };
        var trimming = new PageStylesOptions
        {
            Trim = Options.TrimCss,
            Minify = Options.Minify,
            KeepSelectors = kept,
            ShadowSheets = [.. shadows.SelectMany(shadow =>
                new StyleInliner(context, shadow, new PageStyles(context.Document, whole, resources)).Apply())],
            ScriptText = scripts,
        };
        var styles = new PageStyles(context.Document, trimming, resources);
        new StyleInliner(context, context.Document, styles).Apply();
        return styles;
    }

    private KeptSelector ReadKeptSelector(string selector) => KeptSelector.Parse(selector)
        ?? throw new RenderFailure(AssetErrors.InvalidKeepCss(request.ProjectFile, page.Item, selector));

    private IEnumerable<PageFile> OtherForms(PageText text)
    {
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
