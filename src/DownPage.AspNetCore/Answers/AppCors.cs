using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DownPage.AspNetCore.Answers;

/// <summary>
/// The app's own CORS policy, asked for the answer: that of the endpoint, else the one of the options, else the
/// default.
/// </summary>
internal sealed partial class AppCors(string? policyName, ILogger logger)
{
    private int reported;

    /// <returns>Whether the origin may read the answer. An app without CORS, and a policy that throws: no.</returns>
    public async ValueTask<bool> ApplyAsync(HttpContext context)
    {
        try
        {
            if (context.RequestServices?.GetService(typeof(ICorsPolicyProvider)) is not ICorsPolicyProvider provider
                || context.RequestServices.GetService(typeof(ICorsService)) is not ICorsService service
                || await PolicyAsync(context, provider) is not { } policy)
            {
                return false;
            }

            var result = service.EvaluatePolicy(context, policy);
            service.ApplyResult(result, context.Response);
            return result.IsOriginAllowed;
        }
        catch (Exception failed)
        {
            if (Interlocked.Exchange(ref reported, 1) == 0)
            {
                Log.PolicyFailed(logger, failed);
            }

            return false;
        }
    }

    private Task<CorsPolicy?> PolicyAsync(HttpContext context, ICorsPolicyProvider provider)
    {
        var own = context.GetEndpoint()?.Metadata.GetMetadata<ICorsMetadata>();
        return own switch
        {
            IDisableCorsAttribute => Task.FromResult<CorsPolicy?>(null),
            ICorsPolicyMetadata { Policy: { } policy } => Task.FromResult<CorsPolicy?>(policy),
            IEnableCorsAttribute { PolicyName: { } name } => provider.GetPolicyAsync(context, name),
            _ => provider.GetPolicyAsync(context, policyName),
        };
    }

    private static partial class Log
    {
        [LoggerMessage(
            55,
            LogLevel.Error,
            "The app's CORS policy failed for an answer of maintenance mode. Clients of other origins "
                + "cannot read such answers; this is said once.",
            EventName = "CorsPolicyFailed")]
        public static partial void PolicyFailed(ILogger logger, Exception failure);
    }
}
