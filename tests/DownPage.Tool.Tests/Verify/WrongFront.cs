using Microsoft.AspNetCore.Http;

namespace DownPage.Tool.Tests.Verify;

/// <summary>Servers in front that do one thing wrong.</summary>
internal static class WrongFront
{
    /// <summary>By the name of the test's row.</summary>
    public static Func<HttpContext, RequestDelegate, Task> Named(string name) => All[name];

    public static IEnumerable<string> Names => All.Keys;

    private static readonly Dictionary<string, Func<HttpContext, RequestDelegate, Task>> All = new()
    {
        ["status"] = Answers(context => context.Response.StatusCode = 500),
        ["content-type: no charset"] = AnswersHtml(context => context.Response.ContentType = "text/html"),
        ["content-type: none"] = AnswersHtml(context => context.Response.ContentType = null),
        ["content-type: latin1"] = AnswersHtml(context => context.Response.ContentType = "text/html; charset=iso-8859-1"),
        ["cache-control: kept"] = Answers(context => context.Response.Headers.CacheControl = "public, max-age=600"),
        ["cache-control: none"] = Answers(context => context.Response.Headers.CacheControl = default),
        ["retry-after: none"] = Answers(context => context.Response.Headers.RetryAfter = default),
        ["retry-after: 0"] = Answers(context => context.Response.Headers.RetryAfter = "0"),
        ["retry-after: words"] = Answers(context => context.Response.Headers.RetryAfter = "soon"),
        ["retry-after: years"] = Answers(context => context.Response.Headers.RetryAfter = "99999999"),
        ["retry-after: past"] = Answers(
            context => context.Response.Headers.RetryAfter = "Wed, 21 Oct 2015 07:28:00 GMT"),
        ["robots"] = Answers(context => context.Response.Headers.Remove("X-Robots-Tag")),
        ["language: heeds none"] = Asks(context => context.Request.Headers.AcceptLanguage = default),
        ["language: heeds no weights"] = Asks(
            context => context.Request.Headers.AcceptLanguage =
                context.Request.Headers.AcceptLanguage.ToString().Split(';', ',')[0]),
        ["language: says another"] = Answers(context => context.Response.Headers.ContentLanguage = "fr"),
        ["language: German for all others"] = Asks(context =>
        {
            if (context.Request.Headers.AcceptLanguage == "tlh")
            {
                context.Request.Headers.AcceptLanguage = "de";
            }
        }),
        ["brotli: none"] = Asks(context => Without(context, "br")),
        ["brotli: broken"] = When(
            context => context.Request.Headers.AcceptEncoding == "br",
            context => WriteAsync(context, 503, "no Brotli at all", "br")),
        ["gzip: none"] = Asks(context => Without(context, "gzip")),
        ["gzip: another page"] = When(
            context => context.Request.Headers.AcceptEncoding == "gzip",
            context => WriteGzipAsync(context, "<p>another</p>")),
        ["json: the page"] = Asks(context => Accepts(context, "application/json", "text/html")),
        ["json: another status"] = When(
            context => context.Request.Headers.Accept == "application/json",
            context => WriteAsync(context, 503, """{"status":200}""", type: "application/problem+json")),
        ["text: the page"] = Asks(context => Accepts(context, "text/plain", "text/html")),
        ["text: another"] = When(
            context => context.Request.Headers.Accept == "text/plain",
            context => WriteAsync(context, 503, "Nobody here.", type: "text/plain; charset=utf-8")),
        ["vary: none"] = Answers(context => context.Response.Headers.Vary = default),
        ["vary: no language"] = Answers(context => context.Response.Headers.Vary = "Accept, Accept-Encoding"),
        ["head: 200"] = When(IsHead, context => WriteAsync(context, 200, "")),
        ["head: no Retry-After"] = Answers(context =>
        {
            if (IsHead(context))
            {
                context.Response.Headers.RetryAfter = default;
            }
        }),
        ["post: 405"] = When(context => HttpMethods.IsPost(context.Request.Method), context => WriteAsync(context, 405, "")),
        ["conditional: If-None-Match"] = When(
            context => context.Request.Headers.IfNoneMatch.Count > 0, context => WriteAsync(context, 304, "")),
        ["conditional: If-Modified-Since"] = When(
            context => context.Request.Headers.IfModifiedSince.Count > 0, context => WriteAsync(context, 304, "")),
        ["range: 206"] = When(
            context => context.Request.Headers.Range.Count > 0, context => WriteAsync(context, 206, "<!DOCTYPE ")),
        ["missing-path: 404"] = When(
            context => context.Request.Path.Value?.Split('/') is [_, ['d', 'o', 'w', 'n', ..]],
            context => WriteAsync(context, 404, "Not Found")),
        ["deep-path: 404"] = When(
            context => context.Request.Path.Value?.Count(letter => letter == '/') > 3,
            context => WriteAsync(context, 404, "Not Found")),
        ["direct: 200"] = When(
            context => context.Request.Path == "/_downpage/503.html", context => WriteAsync(context, 200, "<p>Down</p>")),
        ["range: no answer"] = When(
            context => context.Request.Headers.Range.Count > 0,
            context =>
            {
                context.Abort();
                return Task.CompletedTask;
            }),
    };

    private static bool IsHead(HttpContext context) => HttpMethods.IsHead(context.Request.Method);

    private static Func<HttpContext, RequestDelegate, Task> Asks(Action<HttpContext> change) => (context, next) =>
    {
        change(context);
        return next(context);
    };

    private static Func<HttpContext, RequestDelegate, Task> Answers(Action<HttpContext> change) => (context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            change(context);
            return Task.CompletedTask;
        });
        return next(context);
    };

    private static Func<HttpContext, RequestDelegate, Task> AnswersHtml(Action<HttpContext> change)
        => Answers(context =>
        {
            if (context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true)
            {
                change(context);
            }
        });

    private static Func<HttpContext, RequestDelegate, Task> When(
        Func<HttpContext, bool> condition, Func<HttpContext, Task> answer)
        => (context, next) => condition(context) ? answer(context) : next(context);

    private static void Without(HttpContext context, string coding)
    {
        if (context.Request.Headers.AcceptEncoding == coding)
        {
            context.Request.Headers.AcceptEncoding = default;
        }
    }

    private static void Accepts(HttpContext context, string type, string instead)
    {
        if (context.Request.Headers.Accept == type)
        {
            context.Request.Headers.Accept = instead;
        }
    }

    private static Task WriteAsync(
        HttpContext context, int statusCode, string content, string? coding = null, string type = "text/html; charset=utf-8")
    {
        context.Response.StatusCode = statusCode;
        context.Response.ContentType = type;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentEncoding = coding;
        return content.Length == 0 ? Task.CompletedTask : context.Response.WriteAsync(content);
    }

    private static async Task WriteGzipAsync(HttpContext context, string content)
    {
        context.Response.StatusCode = 503;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentEncoding = "gzip";
        await using var gzip = new System.IO.Compression.GZipStream(
            context.Response.Body, System.IO.Compression.CompressionLevel.Fastest);
        await gzip.WriteAsync(System.Text.Encoding.UTF8.GetBytes(content));
    }
}
