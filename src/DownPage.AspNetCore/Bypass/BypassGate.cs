using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Bypass;

/// <summary>Testers pass by a secret link, which gives them a signed cookie.</summary>
internal sealed class BypassGate
{
    /// <param name="options">How.</param>
    /// <param name="secretHash">The down file's hash of a secret (lower-case hexadecimal SHA-256), for a link of its own. Null: none.</param>
    /// <param name="generation">The down file's generation. Null: none.</param>
    /// <param name="clock">The time.</param>
    /// <returns>Null: there is no secret, so nobody passes.</returns>
    public static BypassGate? Create(MaintenanceBypassOptions options, string? secretHash, int? generation, TimeProvider clock) => null;

    /// <summary>What is wrong with the options, each as "MaintenanceMode:Bypass:Lifetime is '00:00:01'; it must be …".</summary>
    public static IEnumerable<string> Validate(MaintenanceModeOptions options) => [];

    /// <summary>Whether the request is for the page that takes the secret, which is then answered.</summary>
    public bool TryAnswer(HttpContext context, out Task answer)
    {
        answer = Task.CompletedTask;
        return false;
    }

    /// <summary>Whether the request carries a valid cookie.</summary>
    public bool Allows(HttpContext context) => false;
}
