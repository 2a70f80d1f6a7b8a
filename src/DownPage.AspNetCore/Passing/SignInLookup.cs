using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DownPage.AspNetCore.Passing;

/// <summary>
/// Who is signed in, also where nobody has asked yet: before UseAuthentication, and by schemes that are not the
/// default.
/// </summary>
internal sealed class SignInLookup(IEnumerable<string> schemes, GateNotices notices)
{
    private static readonly IReadOnlyList<string?> TheDefault = [null];

    private readonly string[] schemes = [.. schemes.Where(scheme => !string.IsNullOrWhiteSpace(scheme))];

    public static bool IsSignedIn(ClaimsPrincipal? user)
        => user is not null && user.Identities.Any(identity => identity.IsAuthenticated);

    /// <returns>Null: nobody.</returns>
    public ValueTask<ClaimsPrincipal?> FindAsync(HttpContext context)
        => IsSignedIn(context.User) ? ValueTask.FromResult<ClaimsPrincipal?>(context.User) : AskAsync(context, schemes);

    /// <summary>
    /// The same with schemes of a policy; all who are found are one user, as in the framework's authorization.
    /// </summary>
    public async ValueTask<ClaimsPrincipal?> AskAsync(HttpContext context, IReadOnlyList<string> of)
    {
        ClaimsPrincipal? found = null;
        foreach (var scheme in of.Count > 0 ? of : TheDefault)
        {
            if (await AskAsync(context, scheme) is { } user)
            {
                found = found is null ? user : new ClaimsPrincipal(found.Identities.Concat(user.Identities));
            }
        }

        return found;
    }

    /// <param name="context">The request.</param>
    /// <param name="scheme">Null: the app's default, if it has one.</param>
    private async ValueTask<ClaimsPrincipal?> AskAsync(HttpContext context, string? scheme)
    {
        try
        {
            if (context.RequestServices?.GetService<IAuthenticationService>() is not { } authentication
                || (scheme ?? await DefaultAsync(context)) is not { } name)
            {
                return null;
            }

            var result = await authentication.AuthenticateAsync(context, name);
            return IsSignedIn(result.Principal) ? result.Principal : null;
        }
        catch (Exception exception) when (!Abort.Is(exception, context))
        {
            notices.AuthenticationFailed(scheme, exception);
            return null;
        }
    }

    private static async ValueTask<string?> DefaultAsync(HttpContext context)
        => context.RequestServices.GetService<IAuthenticationSchemeProvider>() is { } schemes
            ? (await schemes.GetDefaultAuthenticateSchemeAsync())?.Name
            : null;
}
