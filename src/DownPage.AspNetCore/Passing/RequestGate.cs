using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace DownPage.AspNetCore.Passing;

/// <summary>
/// The rules of who and what passes, compiled once for a state. In this order: what the endpoint says of itself;
/// scopes; read-only;
/// paths, endpoints and hosts; networks; people. (Between networks and people the secret link's cookie is looked at,
/// elsewhere.)
/// </summary>
internal sealed class RequestGate
{
    private readonly bool isDown;
    private readonly ScopeRules? scopes;
    private readonly ReadOnlyRules? readOnly;
    private readonly PathRules paths;
    private readonly EndpointRules endpoints;
    private readonly HostRules hosts;
    private readonly NetworkRules networks;
    private readonly PersonGate? people;

    private RequestGate(MaintenanceModeOptions options, MaintenanceState state, GateNotices notices)
    {
        isDown = state.IsDown;
        scopes = ScopeRules.Create(isDown ? state.Scopes : [], notices);
        readOnly = isDown && state.Mode == MaintenanceKind.ReadOnly ? new ReadOnlyRules(options.ReadOnly) : null;
        paths = new PathRules(options.Allow, state.RedirectTo);
        endpoints = new EndpointRules(options.Allow.Routes);
        hosts = new HostRules(options.Allow.Hosts);
        networks = new NetworkRules(options.Allow.Networks.Concat(state.AllowedNetworks), notices);
        people = PersonGate.Create(options, isDown && options.SignOut != MaintenanceSignOut.Nobody, notices);
        SignsOutThosePassing = isDown && options.SignOut == MaintenanceSignOut.AllButAllowedUsers;
    }

    /// <summary>
    /// Whether <see cref="AllowsPersonAsync"/> is to be called, and its answer left alone, also for requests that pass
    /// by other rules:
    /// it ends the sign-in of users who do not pass as such (<see cref="MaintenanceSignOut.AllButAllowedUsers"/>).
    /// </summary>
    public bool SignsOutThosePassing { get; }

    /// <param name="options">Valid options.</param>
    /// <param name="state">What holds. What of it cannot be is left out, with a warning.</param>
    /// <param name="services">The app's services, for logging; those of the request are asked for users.</param>
    public static RequestGate Compile(MaintenanceModeOptions options, MaintenanceState state, IServiceProvider services)
        => new(options, state, new GateNotices(services));

    /// <summary>
    /// What is wrong with the rules, each as "MaintenanceMode:Allow:Networks:0 is 'x'; it must be …".
    /// </summary>
    public static IEnumerable<string> Validate(MaintenanceModeOptions options) => GateValidation.Validate(options);

    /// <summary>Everything that needs neither a user nor the app's predicate. Allocates nothing.</summary>
    public GateVerdict Check(HttpContext context, Endpoint? endpoint)
    {
        switch (EndpointRules.Mark(endpoint))
        {
            case EndpointMark.Allowed:
                return GateVerdict.Pass;
            case EndpointMark.Down:
                return CheckInsider(context);
        }

        var request = context.Request;
        var path = request.Path.Value is { Length: > 0 } value ? value : "/";
        if (!isDown || (scopes is not null && !scopes.Cover(request, path, endpoint)))
        {
            return GateVerdict.Pass;
        }

        if (readOnly is not null)
        {
            if (readOnly.Block(path))
            {
                return CheckInsider(context);
            }

            if (readOnly.Allow(request.Method, path))
            {
                return GateVerdict.Pass;
            }
        }

        return paths.Allow(path) || endpoints.Allow(endpoint) || hosts.Contain(request)
            ? GateVerdict.Pass
            : CheckInsider(context);
    }

    /// <summary>
    /// Users, roles, policies, signed in or not, and the predicate; and ends sign-ins where that is wanted. Never
    /// throws but for a cancelled request.
    /// </summary>
    public ValueTask<bool> AllowsPersonAsync(HttpContext context)
        => people?.AllowAsync(context) ?? ValueTask.FromResult(false);

    private GateVerdict CheckInsider(HttpContext context)
    {
        if (networks.Allow(context))
        {
            return GateVerdict.PassInsider;
        }

        // A preflight comes without cookies and tokens (Fetch, 4.8): there is nobody to ask, and the answer lets the
        // browser go on.
        return people is null || IsPreflight(context.Request) ? GateVerdict.Refuse : GateVerdict.AskPerson;
    }

    private static bool IsPreflight(HttpRequest request)
        => HttpMethods.IsOptions(request.Method)
            && request.Headers.ContainsKey(HeaderNames.Origin)
            && request.Headers.ContainsKey(HeaderNames.AccessControlRequestMethod);
}
