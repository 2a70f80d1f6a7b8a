using DownPage.AspNetCore.Operations;

namespace Microsoft.AspNetCore.Http;

/// <summary>Maintenance mode of one request.</summary>
public static class MaintenanceModeHttpContextExtensions
{
    /// <summary>
    /// Whether the request was answered with the page of maintenance mode, for request logging that should not count it
    /// among the errors. Known once the rest of the pipeline has run.
    /// </summary>
    /// <example>
    /// <code>
    /// app.UseSerilogRequestLogging(logging => logging.GetLevel = (context, _, error) =>
    ///     error is not null || context.Response.StatusCode > 499 &amp;&amp; !context.IsRefusedByMaintenance()
    ///         ? LogEventLevel.Error
    ///         : LogEventLevel.Information);
    /// </code>
    /// </example>
    public static bool IsRefusedByMaintenance(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return RefusedRequest.Is(context);
    }
}
