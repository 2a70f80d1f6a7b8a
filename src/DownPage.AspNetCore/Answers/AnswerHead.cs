using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;

namespace DownPage.AspNetCore.Answers;

/// <summary>The headers that every answer of a state has.</summary>
internal sealed class AnswerHead(
    AnswerFacts facts, MaintenanceModeOptions options, TimeSpan? refresh, TimeProvider clock)
{
    private readonly RetryAfterHeader retryAfter =
        new(facts, options.RetryAfterJitter, options.RetryAfterAsDate, clock);

    private readonly long jitterMilliseconds = Math.Max(0, (long)options.RetryAfterJitter.TotalMilliseconds);
    private readonly CorrelationHeaders correlation = new(options.CorrelationHeaders);
    private readonly string? refresh = refresh is { } period && AnswerRules.IsRefresh(period)
        ? ((long)period.TotalSeconds).ToString(CultureInfo.InvariantCulture)
        : null;

    /// <summary>Whether the answer stands in for one of the app, whose headers stay.</summary>
    public bool IsStandIn { get; init; }

    public void Write(HttpContext context, int statusCode)
    {
        var response = context.Response;
        var headers = response.Headers;
        response.StatusCode = statusCode;
        headers.ETag = default;
        headers.LastModified = default;
        headers["X-Robots-Tag"] = "noindex";
        if (IsStandIn)
        {
            headers.RetryAfter = headers.RetryAfter.Count > 0 ? headers.RetryAfter : retryAfter.Next();
            headers.CacheControl = headers.CacheControl.Count > 0 ? headers.CacheControl : "no-store";
            return;
        }

        KeepOutOfCache(context, statusCode);
        headers.Expires = default;
        headers.RetryAfter = retryAfter.Next();
        headers.CacheControl = "no-store";
        correlation.Echo(context);
    }

    /// <summary>Of answers that browsers show.</summary>
    public void WriteRefresh(HttpContext context)
    {
        if (refresh is not null)
        {
            context.Response.Headers["Refresh"] = refresh;
        }
    }

    /// <summary>gRPC's own Retry-After, in milliseconds. Null: not said.</summary>
    public string? RetryPushback(DateTimeOffset now)
        => facts.SecondsLeft(now) is { } seconds
            ? ((seconds * 1_000) + Random.Shared.NextInt64(jitterMilliseconds + 1))
                .ToString(CultureInfo.InvariantCulture)
            : null;

    /// <summary>The app's output cache keeps what says 200, and does not heed no-store.</summary>
    private static void KeepOutOfCache(HttpContext context, int statusCode)
    {
        if (statusCode == StatusCodes.Status200OK && context.Features.Get<IOutputCacheFeature>() is { } cache)
        {
            cache.Context.AllowCacheStorage = false;
        }
    }
}
