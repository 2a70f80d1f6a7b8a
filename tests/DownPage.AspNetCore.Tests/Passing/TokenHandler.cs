using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DownPage.AspNetCore.Tests.Passing;

/// <summary>
/// Signs in whom the header names: <c>Authorization: SCHEME name,role,role</c>. The name "broken" makes it throw. It
/// cannot sign out.
/// </summary>
internal sealed class TokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme.Name + " ", StringComparison.Ordinal))
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        var parts = header[(Scheme.Name.Length + 1)..].Split(',');
        return parts[0] switch
        {
            "broken" => throw new InvalidOperationException("The keys cannot be read."),
            "expired" => Task.FromResult(AuthenticateResult.Fail("The token has expired.")),
            _ => Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(User(parts), Scheme.Name))),
        };
    }

    private ClaimsPrincipal User(string[] parts)
    {
        var roles = parts[1..].Select(role => new Claim(ClaimTypes.Role, role));
        return new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, parts[0]), .. roles], Scheme.Name));
    }
}
