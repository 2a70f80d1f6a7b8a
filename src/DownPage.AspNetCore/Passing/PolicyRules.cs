using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DownPage.AspNetCore.Passing;

/// <summary>
/// Authorization policies of the app, one of which a signed-in user must meet. A policy's own schemes are asked too.
/// </summary>
internal sealed class PolicyRules(IEnumerable<string> names, SignInLookup signIns, GateNotices notices)
{
    private readonly string[] names = [.. names.Where(name => !string.IsNullOrWhiteSpace(name))];

    public bool IsEmpty => names.Length == 0;

    public async ValueTask<bool> AllowAsync(HttpContext context, ClaimsPrincipal? user)
    {
        foreach (var name in names)
        {
            try
            {
                if (await AllowAsync(context, user, name))
                {
                    return true;
                }
            }
            catch (Exception exception) when (!Abort.Is(exception, context))
            {
                notices.PolicyFailed(name, "it has thrown.", exception);
            }
        }

        return false;
    }

    private async ValueTask<bool> AllowAsync(HttpContext context, ClaimsPrincipal? user, string name)
    {
        var authorization = context.RequestServices.GetService<IAuthorizationService>();
        var policies = context.RequestServices.GetService<IAuthorizationPolicyProvider>();
        if (authorization is null || policies is null)
        {
            notices.PolicyFailed(name, "the app has no authorization; call AddAuthorization.", null);
            return false;
        }

        if (await policies.GetPolicyAsync(name) is not { } policy)
        {
            notices.PolicyFailed(name, "the app has no such policy.", null);
            return false;
        }

        if (user is null && policy.AuthenticationSchemes.Count > 0)
        {
            user = await signIns.AskAsync(context, policy.AuthenticationSchemes);
        }

        return user is not null && (await authorization.AuthorizeAsync(user, context, policy)).Succeeded;
    }
}
