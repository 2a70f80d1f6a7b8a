using System.Collections.Frozen;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Passing;

/// <summary>Which users pass, and what the app's own rule says.</summary>
internal sealed class PersonRules
{
    private readonly FrozenSet<string> names;
    private readonly string[] roles;
    private readonly PolicyRules policies;
    private readonly bool authenticated;
    private readonly bool anonymous;
    private readonly Func<HttpContext, ValueTask<bool>>? predicate;
    private readonly GateNotices notices;

    public PersonRules(MaintenanceAllowOptions allow, SignInLookup signIns, GateNotices notices)
    {
        this.notices = notices;
        names = allow.Users
            .Where(name => !string.IsNullOrWhiteSpace(name))
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        roles = [.. allow.Roles.Where(role => !string.IsNullOrWhiteSpace(role))];
        policies = new PolicyRules(allow.Policies, signIns, notices);
        (authenticated, anonymous, predicate) = (allow.Authenticated, allow.Anonymous, allow.Predicate);
    }

    public bool IsEmpty
        => names.Count == 0 && roles.Length == 0 && policies.IsEmpty
            && !authenticated && !anonymous && predicate is null;

    /// <param name="context">The request.</param>
    /// <param name="user">Who is signed in; null: nobody.</param>
    public async ValueTask<bool> AllowAsync(HttpContext context, ClaimsPrincipal? user)
    {
        if (user is null ? anonymous : authenticated || IsNamed(user) || roles.Any(user.IsInRole))
        {
            return true;
        }

        return (!policies.IsEmpty && await policies.AllowAsync(context, user))
            || (predicate is not null && await AskPredicateAsync(context, user, predicate));
    }

    private bool IsNamed(ClaimsPrincipal user)
        => names.Count > 0
            && user.Identities.Any(identity =>
                identity is { IsAuthenticated: true, Name: { } name } && names.Contains(name));

    /// <summary>The predicate sees the user who was found, also before UseAuthentication.</summary>
    private async ValueTask<bool> AskPredicateAsync(
        HttpContext context, ClaimsPrincipal? user, Func<HttpContext, ValueTask<bool>> ask)
    {
        var before = context.User;
        try
        {
            context.User = user ?? before;
            return await ask(context);
        }
        catch (Exception exception) when (!Abort.Is(exception, context))
        {
            notices.PredicateFailed(exception);
            return false;
        }
        finally
        {
            if (ReferenceEquals(context.User, user))
            {
                context.User = before;
            }
        }
    }
}
