using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Tests.Endpoints;

/// <summary>Says of every request the same.</summary>
internal sealed class FixedAntiforgery(bool isValid) : IAntiforgery
{
    public AntiforgeryTokenSet GetAndStoreTokens(HttpContext httpContext) => GetTokens(httpContext);

    public AntiforgeryTokenSet GetTokens(HttpContext httpContext) => new("token", "cookie", "field", null);

    public Task<bool> IsRequestValidAsync(HttpContext httpContext) => Task.FromResult(isValid);

    public void SetCookieTokenAndHeader(HttpContext httpContext)
    {
    }

    public Task ValidateRequestAsync(HttpContext httpContext) => Task.CompletedTask;
}
