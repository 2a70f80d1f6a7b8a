using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DownPage.AspNetCore.Passing;

/// <summary>Ends the sign-in of a user who may not stay, by the app's default scheme for signing out.</summary>
internal sealed class SignInEnd(GateNotices notices)
{
    /// <summary>
    /// Leaves status and address of the answer as they are: a scheme may want to send the visitor elsewhere.
    /// </summary>
    public async ValueTask SignOutAsync(HttpContext context)
    {
        var authentication = context.RequestServices?.GetService<IAuthenticationService>();
        var schemes = context.RequestServices?.GetService<IAuthenticationSchemeProvider>();
        if (authentication is null || schemes is null || await schemes.GetDefaultSignOutSchemeAsync() is not { } scheme)
        {
            notices.SignOutUnavailable();
            return;
        }

        var response = context.Response;
        if (response.HasStarted)
        {
            return;
        }

        var (status, location) = (response.StatusCode, response.Headers.Location);
        try
        {
            await authentication.SignOutAsync(context, scheme.Name, null);
        }
        catch (Exception exception) when (!Abort.Is(exception, context))
        {
            notices.SignOutFailed(scheme.Name, exception);
        }

        if (!response.HasStarted)
        {
            response.StatusCode = status;
            response.Headers.Location = location;
        }

        context.User = new ClaimsPrincipal(new ClaimsIdentity());
    }
}
