using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Bypass;

/// <summary>
/// How the cookie is named and given out (RFC 6265bis 4.1.3: what its prefixes promise, browsers hold it to).
/// </summary>
internal sealed class BypassCookie(string? domain, TimeSpan lifetime)
{
    private const string PlainName = "downpage-pass";

    private readonly string secureName = (domain is null ? "__Host-" : "__Secure-") + PlainName;

    /// <summary>
    /// Browsers take the prefixes over https alone. There the plain name is not taken: a sub-domain or a plain
    /// connection could have set it.
    /// </summary>
    public string NameFor(bool https) => https ? secureName : PlainName;

    public void Give(HttpContext context, BypassSecret secret, DateTimeOffset now)
    {
        var https = context.Request.IsHttps;
        context.Response.Cookies.Append(NameFor(https), secret.Sign(now + lifetime), new CookieOptions
        {
            Domain = domain,
            HttpOnly = true,
            // A site that asks for consent first would hold it back.
            IsEssential = true,
            MaxAge = lifetime,
            Path = "/",
            SameSite = SameSiteMode.Lax,
            Secure = https,
        });
    }
}
