using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DownPage.AspNetCore.Passing;

/// <summary>
/// What the gate has to say to whoever runs the site: each once for a compiled gate, since a fault there comes with
/// every request.
/// </summary>
internal sealed partial class GateNotices(IServiceProvider services)
{
    private static readonly ConditionalWeakTable<IServiceProvider, StrongBox<int>> ForwardingSaid = [];

    private readonly ILogger logger =
        services.GetService<ILoggerFactory>()?.CreateLogger("DownPage.AspNetCore.Passing") ?? NullLogger.Instance;

    /// <summary>Once for an app, however often its state changes.</summary>
    private readonly StrongBox<int> forwardingSaid = ForwardingSaid.GetOrCreateValue(services);

    private int said;

    private enum Notice
    {
        Authentication,
        Policy,
        Predicate,
        NoSignOut,
        SignOut,
        Person,
    }

    public void ScopeIgnored(string? scope, string problem) => Log.ScopeIgnored(logger, scope, problem);

    public void NetworkIgnored(string? network, string problem) => Log.NetworkIgnored(logger, network, problem);

    /// <summary>
    /// Whether a proxy says whom it asks for, and nobody listens: the framework's middleware keeps the connection's own
    /// address in
    /// X-Original-For when it puts another in its place.
    /// </summary>
    public void WatchForwarding(HttpRequest request)
    {
        if (forwardingSaid.Value == 0
            && (request.Headers.ContainsKey("X-Forwarded-For") || request.Headers.ContainsKey("Forwarded"))
            && !request.Headers.ContainsKey("X-Original-For")
            && Interlocked.Exchange(ref forwardingSaid.Value, 1) == 0)
        {
            Log.ForwardedForUnused(logger);
        }
    }

    public void AuthenticationFailed(string? scheme, Exception? exception)
    {
        if (IsFirst(Notice.Authentication))
        {
            Log.AuthenticationFailed(logger, scheme ?? "(default)", exception);
        }
    }

    public void PolicyFailed(string policy, string why, Exception? exception)
    {
        if (IsFirst(Notice.Policy))
        {
            Log.PolicyFailed(logger, policy, why, exception);
        }
    }

    public void PredicateFailed(Exception exception)
    {
        if (IsFirst(Notice.Predicate))
        {
            Log.PredicateFailed(logger, exception);
        }
    }

    public void PersonFailed(Exception exception)
    {
        if (IsFirst(Notice.Person))
        {
            Log.PersonFailed(logger, exception);
        }
    }

    public void SignOutUnavailable()
    {
        if (IsFirst(Notice.NoSignOut))
        {
            Log.SignOutUnavailable(logger);
        }
    }

    public void SignOutFailed(string scheme, Exception exception)
    {
        if (IsFirst(Notice.SignOut))
        {
            Log.SignOutFailed(logger, scheme, exception);
        }
    }

    private bool IsFirst(Notice notice)
    {
        var bit = 1 << (int)notice;
        return (Interlocked.Or(ref said, bit) & bit) == 0;
    }

    private static partial class Log
    {
        [LoggerMessage(
            30,
            LogLevel.Warning,
            "The scope '{Scope}' is passed over: {Problem} If no other scope is left, the whole site is down.",
            EventName = "ScopeIgnored")]
        public static partial void ScopeIgnored(ILogger logger, string? scope, string problem);

        [LoggerMessage(
            31,
            LogLevel.Warning,
            "The network '{Network}' is passed over, and nobody passes by it: {Problem}",
            EventName = "NetworkIgnored")]
        public static partial void NetworkIgnored(ILogger logger, string? network, string problem);

        [LoggerMessage(
            32,
            LogLevel.Warning,
            "A request has X-Forwarded-For or Forwarded, and the app does not take its address from there: "
            + "networks that are allowed to pass are compared with the address of the connection, which may be "
            + "a proxy's. Call UseForwardedHeaders before UseMaintenanceMode, with the proxy among its known "
            + "ones.",
            EventName = "ForwardedForUnused")]
        public static partial void ForwardedForUnused(ILogger logger);

        [LoggerMessage(
            33,
            LogLevel.Warning,
            "Whether somebody is signed in could not be found out with the scheme {Scheme}; such requests "
            + "count as not signed in.",
            EventName = "AuthenticationFailed")]
        public static partial void AuthenticationFailed(ILogger logger, string scheme, Exception? exception);

        [LoggerMessage(
            34,
            LogLevel.Warning,
            "The policy {Policy} of MaintenanceMode:Allow:Policies lets nobody pass: {Why}",
            EventName = "PolicyFailed")]
        public static partial void PolicyFailed(ILogger logger, string policy, string why, Exception? exception);

        [LoggerMessage(
            35,
            LogLevel.Error,
            "The predicate of MaintenanceMode:Allow has thrown; such requests are refused.",
            EventName = "PredicateFailed")]
        public static partial void PredicateFailed(ILogger logger, Exception exception);

        [LoggerMessage(
            36,
            LogLevel.Warning,
            "MaintenanceMode:SignOut is set, and the app has no authentication scheme to sign out of.",
            EventName = "SignOutUnavailable")]
        public static partial void SignOutUnavailable(ILogger logger);

        [LoggerMessage(
            37,
            LogLevel.Warning,
            "A user could not be signed out of the scheme {Scheme}.",
            EventName = "SignOutFailed")]
        public static partial void SignOutFailed(ILogger logger, string scheme, Exception exception);

        [LoggerMessage(
            38,
            LogLevel.Error,
            "Whether a user may pass could not be found out; such requests are refused.",
            EventName = "PersonFailed")]
        public static partial void PersonFailed(ILogger logger, Exception exception);
    }
}
