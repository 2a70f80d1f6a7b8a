using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Bypass;

/// <summary>Testers pass by a secret link, which gives them a signed cookie.</summary>
internal sealed class BypassGate
{
    private readonly BypassSecrets secrets;
    private readonly BypassCookie cookie;
    private readonly BypassEndpoint endpoint;
    private readonly TimeProvider clock;

    private BypassGate(BypassSecrets secrets, MaintenanceBypassOptions options, TimeProvider clock)
    {
        this.secrets = secrets;
        this.clock = clock;
        cookie = new BypassCookie(options.CookieDomain, options.Lifetime);
        endpoint = new BypassEndpoint(options.Path, secrets, cookie, clock);
    }

    /// <param name="options">How.</param>
    /// <param name="secretHash">The down file's hash of a secret (lower-case hexadecimal SHA-256), for a link of its
    /// own. Null: none.</param>
    /// <param name="generation">The down file's generation. Null: none.</param>
    /// <param name="clock">The time.</param>
    /// <returns>Null: there is no secret, so nobody passes.</returns>
    public static BypassGate? Create(
        MaintenanceBypassOptions options, string? secretHash, int? generation, TimeProvider clock)
        => BypassSecrets.Of(options, secretHash, generation) is { } secrets
            ? new BypassGate(secrets, options, clock)
            : null;

    /// <summary>
    /// What is wrong with the options, each as "MaintenanceMode:Bypass:Lifetime is '00:00:01'; it must be …".
    /// </summary>
    public static IEnumerable<string> Validate(MaintenanceModeOptions options) => BypassRules.Validate(options.Bypass);

    /// <summary>Whether the request is for the page that takes the secret, which is then answered.</summary>
    public bool TryAnswer(HttpContext context, out Task answer)
    {
        var mine = endpoint.IsFor(context.Request);
        answer = mine ? endpoint.AnswerAsync(context) : Task.CompletedTask;
        return mine;
    }

    /// <summary>Whether the request carries a valid cookie. Allocates nothing.</summary>
    public bool Allows(HttpContext context)
    {
        var headers = context.Request.Headers.Cookie;
        if (headers.Count == 0)
        {
            return false;
        }

        var name = cookie.NameFor(context.Request.IsHttps);
        foreach (var header in headers)
        {
            foreach (var value in new CookieValues(header, name))
            {
                if (secrets.Signed(value, clock.GetUtcNow()))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
