using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Passing;

/// <summary>The rules of who and what passes, compiled once for a state.</summary>
internal sealed class RequestGate
{
    /// <param name="options">Valid options.</param>
    /// <param name="state">What holds.</param>
    /// <param name="services">The app's services, for authentication and authorization.</param>
    public static RequestGate Compile(MaintenanceModeOptions options, MaintenanceState state, IServiceProvider services) => new();

    /// <summary>What is wrong with the rules, each as "MaintenanceMode:Allow:Networks:0 is 'x'; it must be …".</summary>
    public static IEnumerable<string> Validate(MaintenanceModeOptions options) => [];

    /// <summary>Everything that needs neither a user nor the app's predicate. Allocates nothing.</summary>
    public GateVerdict Check(HttpContext context, Endpoint? endpoint) => GateVerdict.Refuse;

    /// <summary>Users, roles, policies, signed in or not, and the predicate; and ends sign-ins where that is wanted. Never throws but for a cancelled request.</summary>
    public ValueTask<bool> AllowsPersonAsync(HttpContext context) => ValueTask.FromResult(false);
}
