using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DownPage.AspNetCore.Passing;

/// <summary>Who is signed in, also where nobody has asked yet: before UseAuthentication, and by schemes that are not the default.</summary>
internal sealed class SignInLookup(IEnumerable<string> schemes, GateNotices notices)
{
    private readonly string[] schemes = [.. schemes.Where(scheme => !string.IsNullOrWhiteSpace(scheme))];

    public static bool IsSignedIn(ClaimsPrincipal? user) => user is not null && user.Identities.Any(identity => identity.IsAuthenticated);

    /// <returns>Null: nobody.</returns>
    public ValueTask<ClaimsPrincipal?> FindAsync(HttpContext context)
        => IsSignedIn(context.User) ? ValueTask.FromResult<ClaimsPrincipal?>(context.User) : AskAsync(context, schemes);

    /// <summary>The same with schemes of a policy; all who are found are one user, as in the framework's authorization.</summary>
    public async ValueTask<ClaimsPrincipal?> AskAsync(HttpContext context, IReadOnlyList<string> of)
    {
        if (context.RequestServices?.GetService<IAuthenticationService>() is not { } authentication)
        {
            return null;
        }

        if (of.Count == 0)
        {
            return await DefaultAsync(context, authentication);
        }

        ClaimsPrincipal? found = null;
        foreach (var scheme in of)
        {
            if (await AskAsync(context, authentication, scheme) is { } user)
            {
                found = found is null ? user : new ClaimsPrincipal(found.Identities.Concat(user.Identities));
            }
        }

        return found;
    }

    private async ValueTask<ClaimsPrincipal?> DefaultAsync(HttpContext context, IAuthenticationService authentication)
    {
        var provider = context.RequestServices.GetService<IAuthenticationSchemeProvider>();
        return provider is not null && await provider.GetDefaultAuthenticateSchemeAsync() is { } scheme
            ? await AskAsync(context, authentication, scheme.Name)
            : null;
    }

    private async ValueTask<ClaimsPrincipal?> AskAsync(HttpContext context, IAuthenticationService authentication, string scheme)
    {
        try
        {
            var result = await authentication.AuthenticateAsync(context, scheme);
            return IsSignedIn(result.Principal) ? result.Principal : null;
        }
        catch (Exception exception) when (!Abort.Is(exception, context))
        {
            notices.AuthenticationFailed(scheme, exception);
            return null;
        }
    }
}
