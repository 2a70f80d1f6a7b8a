using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Bypass;

/// <summary>
/// The page that takes the secret. Its script posts what follows the <c>#</c> of the link, after taking it out of the
/// address, so that it stays neither in a log nor in the history; without script there is a form.
/// </summary>
internal sealed class BypassPage
{
    private const string Script = """
        (function () {
          var secret = location.hash.slice(1), form = document.forms[0];
          if (!secret) return;
          history.replaceState(null, '', location.pathname + location.search);
          try { secret = decodeURIComponent(secret); } catch (e) { }
          form.elements.secret.value = secret;
          form.submit();
        })();
        """;

    private const string Style = """
        :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
        main { max-width: 26rem; margin: 15vh auto 0; padding: 0 1rem; }
        h1 { font-size: 1.5rem; }
        input, button { box-sizing: border-box; width: 100%; padding: .6rem; margin: .3rem 0; font: inherit; }
        [role=alert] { border-left: .3rem solid #c2410c; padding-left: .7rem; }
        """;

    /// <summary>
    /// No form-action: Chromium holds every later redirect to it as well, so a site that then sends to a sign-in
    /// elsewhere would stay blank.
    /// </summary>
    private static readonly string Policy =
        $"default-src 'none'; script-src '{HashOf(Script)}'; style-src '{HashOf(Style)}'; "
        + "base-uri 'none'; frame-ancestors 'none'";

    private readonly int statusCode;
    private readonly byte[] body;

    private BypassPage(int statusCode, string? problem)
    {
        this.statusCode = statusCode;
        body = Encoding.UTF8.GetBytes(Markup(problem));
    }

    public static BypassPage Form { get; } = new(StatusCodes.Status200OK, null);

    public static BypassPage WrongSecret { get; } = new(StatusCodes.Status403Forbidden, "That is not the secret.");

    public static BypassPage Unreadable { get; } = new(StatusCodes.Status400BadRequest, "That could not be read.");

    public static BypassPage TooManyTries { get; } =
        new(StatusCodes.Status429TooManyRequests, "Too many wrong tries. Wait a minute, then try again.");

    /// <summary>
    /// What every answer of this address has, the redirect too: nothing is kept, nothing is told to others.
    /// </summary>
    public static void SetHeaders(HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["X-Robots-Tag"] = "noindex";
    }

    public async Task WriteAsync(HttpContext context)
    {
        var response = context.Response;
        if (response.HasStarted)
        {
            return;
        }

        SetHeaders(response);
        response.StatusCode = statusCode;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = body.Length;
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.Body.WriteAsync(body);
        }
    }

    private static string HashOf(string text)
        => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    private static string Markup(string? problem) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <title>For testers</title>
        <style>{Style}</style>
        </head>
        <body>
        <main>
        <h1>For testers</h1>
        <p>This site is down for visitors. With the secret you can look at it all the same.</p>
        {(problem is null ? "" : $"""<p role="alert">{problem}</p>""")}
        <form method="post">
        <label for="secret">Secret</label>
        <input id="secret" name="secret" type="password"
        maxlength="{BypassRules.LongestSecret}" autocomplete="off" required autofocus>
        <button>Look at the site</button>
        </form>
        </main>
        <script>{Script}</script>
        </body>
        </html>

        """;
}
