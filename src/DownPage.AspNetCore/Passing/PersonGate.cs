using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Passing;

/// <summary>Asks who it is, whether they pass, and ends sign-ins where that is wanted.</summary>
internal sealed class PersonGate
{
    private readonly SignInLookup signIns;
    private readonly PersonRules rules;
    private readonly SignInEnd? end;
    private readonly GateNotices notices;

    private PersonGate(SignInLookup signIns, PersonRules rules, SignInEnd? end, GateNotices notices)
    {
        this.signIns = signIns;
        this.rules = rules;
        this.end = end;
        this.notices = notices;
    }

    /// <param name="options">The rules.</param>
    /// <param name="signsOut">Whether those who may not pass are signed out.</param>
    /// <param name="notices">For what goes wrong.</param>
    /// <returns>Null: nobody needs to be asked.</returns>
    public static PersonGate? Create(MaintenanceModeOptions options, bool signsOut, GateNotices notices)
    {
        var signIns = new SignInLookup(options.Allow.AuthenticationSchemes, notices);
        var rules = new PersonRules(options.Allow, signIns, notices);
        return rules.IsEmpty && !signsOut
            ? null
            : new PersonGate(signIns, rules, signsOut ? new SignInEnd(notices) : null, notices);
    }

    /// <summary>Whether the user passes; if not, their sign-in ends, where that is wanted.</summary>
    public async ValueTask<bool> AllowAsync(HttpContext context)
    {
        try
        {
            var user = await signIns.FindAsync(context);
            if (!rules.IsEmpty && await rules.AllowAsync(context, user))
            {
                return true;
            }

            if (user is not null && end is not null)
            {
                await end.SignOutAsync(context);
            }
        }
        catch (Exception exception) when (!Abort.Is(exception, context))
        {
            notices.PersonFailed(exception);
        }

        return false;
    }
}
