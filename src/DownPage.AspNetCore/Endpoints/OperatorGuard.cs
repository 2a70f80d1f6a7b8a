using System.Globalization;
using DownPage.AspNetCore.State;
using DownPage.RenderProtocol;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DownPage.AspNetCore.Endpoints;

/// <summary>Whether a request may do what it asks for, before anybody looks at what that is.</summary>
internal sealed partial class OperatorGuard(
    OperatorTokens tokens,
    OptionsSource options,
    TimeProvider clock,
    ILogger<OperatorGuard> logger,
    IOptions<RouteOptions> routing)
{
    /// <summary>What the framework's authorization leaves; it looks for that itself unless told not to.</summary>
    private const string AuthorizationRan = "__AuthorizationMiddlewareWithEndpointInvoked";

    private readonly Quotas changes = new(clock);

    /// <summary>Whether somebody asks who may ask anything at all.</summary>
    /// <returns>Null: so it is. Else what to answer.</returns>
    public OperatorAnswer? Refuse(HttpContext context)
    {
        if (!IsProtected(context, out var protection))
        {
            Log.Unprotected(logger);
            return OperatorJson.Answer(new OperatorProblem(
                403,
                DiagnosticCodes.EndpointUnprotected,
                "The endpoint is not protected.",
                "It answers nobody as long as everybody could ask. " + EndpointProtections.Remedy));
        }

        return protection == EndpointProtection.Token && tokens.SignIn(context, out var wait) is { } refused
            ? OperatorJson.Answer(refused) with { RetryAfter = wait }
            : null;
    }

    /// <summary>Whether what is asked for, if it is a change, comes from this site, and not too often.</summary>
    /// <returns>Null: it may be made. Else what to answer.</returns>
    public async ValueTask<OperatorAnswer?> RefuseChangeAsync(HttpContext context)
        => IsChange(context.Request.Method) ? await RefuseAsync(context) : null;

    public static bool IsChange(string method)
        => HttpMethods.IsPut(method) || HttpMethods.IsPatch(method)
            || HttpMethods.IsPost(method) || HttpMethods.IsDelete(method);

    private bool IsProtected(HttpContext context, out EndpointProtection protection)
    {
        var metadata = context.GetEndpoint()?.Metadata ?? EndpointMetadataCollection.Empty;
        protection = EndpointProtections.Of(metadata);
        return protection switch
        {
            EndpointProtection.None => false,
            EndpointProtection.Policy when routing.Value.SuppressCheckForUnhandledSecurityMetadata
                => context.Items.ContainsKey(AuthorizationRan),
            _ => true,
        };
    }

    private async ValueTask<OperatorAnswer?> RefuseAsync(HttpContext context)
    {
        if (!RequestSite.MayChange(context.Request))
        {
            return FromElsewhere(
                "The request does not say that it comes from this site. A program sends 'Authorization', or "
                + $"'Origin: {context.Request.Scheme}://{context.Request.Host}'; behind a proxy that ends TLS the app "
                + "needs UseForwardedHeaders.");
        }

        if (RequestBody.IsForm(context.Request)
            && context.RequestServices.GetService<IAntiforgery>() is { } antiforgery
            && !await antiforgery.IsRequestValidAsync(context))
        {
            return FromElsewhere("The form is too old, or another user's. Load the page again, then repeat it.");
        }

        var most = options.Current.Endpoint.ChangesPerMinute;
        return changes.TryTake(OperatorName.Of(context) ?? "", most, out var wait, out _)
            ? null
            : OperatorJson.Answer(new OperatorProblem(
                429,
                DiagnosticCodes.TooManyChanges,
                "Too many changes.",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"One operator makes at most {most} changes a minute (MaintenanceMode:Endpoint:ChangesPerMinute). ")
                + "Wait until the minute is over.")) with
            { RetryAfter = wait };
    }

    private static OperatorAnswer FromElsewhere(string why) => OperatorJson.Answer(new OperatorProblem(
        403, DiagnosticCodes.ChangeFromElsewhere, "The change may come from another site.", why));

    private static partial class Log
    {
        [LoggerMessage(
            111,
            LogLevel.Error,
            "The endpoint of operators refuses every request: nothing says who may use it, or the app's authorization "
                + "did not run",
            EventName = "EndpointUnprotected")]
        public static partial void Unprotected(ILogger logger);
    }
}
