using System.Text;
using System.Text.Encodings.Web;
using DownPage.AspNetCore.Answers;
using DownPage.AspNetCore.State;
using DownPage.DownFile;
using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Endpoints;

/// <summary>
/// The page as visitors see it now, or would if the site were taken down now. It is shown on the operators' site, so no
/// script of it runs there.
/// </summary>
internal sealed class PreviewAnswer(MaintenanceMonitor monitor, OptionsSource options, TimeProvider clock)
{
    public const string Path = "/preview";

    private const string Html = "text/html; charset=utf-8";

    public async Task WriteAsync(HttpContext context)
    {
        var visitor = VisitorOf(context);
        using var body = new MemoryStream();
        visitor.Response.Body = body;
        await Answers().WriteAsync(visitor);
        await visitor.Response.BodyWriter.FlushAsync(context.RequestAborted);

        var response = context.Response;
        response.Headers.ContentSecurityPolicy = "sandbox; frame-ancestors 'self'";
        response.Headers.ContentLanguage = visitor.Response.Headers.ContentLanguage;
        response.Headers["X-Frame-Options"] = "SAMEORIGIN";
        var location = visitor.Response.Headers.Location.ToString();
        await (location.Length > 0
            ? OperatorResponse.WriteAsync(context, Html, Redirected(location))
            : OperatorResponse.WriteAsync(
                context, visitor.Response.ContentType ?? Html, body.GetBuffer().AsMemory(0, (int)body.Length)));
    }

    /// <summary>Composed as for a visitor; what holds stays as it is.</summary>
    private AnswerSet Answers()
    {
        var snapshot = monitor.Snapshot;
        if (snapshot.State.IsDown)
        {
            return snapshot.Answers;
        }

        var current = options.Current;
        var state = StateResolver.Create(current, DownFileDocument.Empty).At(clock.GetUtcNow(), failed: false);
        return AnswerSet.Compose(snapshot.Pages, current, state, clock);
    }

    /// <summary>A browser in the operator's language that asks for the site's first page.</summary>
    private static DefaultHttpContext VisitorOf(HttpContext context)
    {
        var visitor = new DefaultHttpContext { RequestServices = context.RequestServices };
        visitor.Request.Method = HttpMethods.Get;
        visitor.Request.Scheme = context.Request.Scheme;
        visitor.Request.Host = context.Request.Host;
        visitor.Request.PathBase = context.Request.PathBase;
        visitor.Request.Path = "/";
        visitor.Request.Headers.Accept = "text/html";
        visitor.Request.Headers.AcceptLanguage = context.Request.Headers.AcceptLanguage;
        return visitor;
    }

    private static byte[] Redirected(string location) => Encoding.UTF8.GetBytes($"""
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><title>Visitors are sent elsewhere</title></head>
        <body>
        <p>Visitors see no page here: they are sent to <code>{HtmlEncoder.Default.Encode(location)}</code>.</p>
        </body>
        </html>

        """);
}
