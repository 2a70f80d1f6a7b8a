using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Answers;

/// <summary>The answers for a state, in every form and language, composed once.</summary>
internal sealed class AnswerSet
{
    private const string ProblemType = "application/problem+json";
    private const string JsonType = "application/json";

    private readonly AnswerFacts facts;
    private readonly AnswerHead head;
    private readonly CompositionShelf compositions;
    private readonly RedirectTarget? redirect;
    private readonly int redirectStatusCode;
    private readonly CorsOrigins? origins;
    private readonly AppCors? appCors;
    private readonly TimeProvider clock;

    private AnswerSet(
        PageLibrary pages, PageFamily family, MaintenanceModeOptions options, AnswerFacts facts, AnswerHead head, RedirectTarget? redirect, TimeProvider clock)
    {
        this.facts = facts;
        this.head = head;
        this.redirect = redirect;
        this.clock = clock;
        redirectStatusCode = options.RedirectStatusCode;
        origins = head.IsStandIn ? null : CorsOrigins.Create(options.Cors);
        appCors = head.IsStandIn || origins is not null ? null : new AppCors(options.Cors.Policy, pages.Logger);
        compositions = new CompositionShelf(family, facts, clock);
    }

    public static AnswerSet Compose(PageLibrary pages, MaintenanceModeOptions options, MaintenanceState state, TimeProvider clock)
    {
        var facts = AnswerFacts.Of(state, options);
        var redirect = state.IsDown ? RedirectTarget.TryParse(state.RedirectTo, out _) : null;
        pages.ReportIgnored(state, redirect is not null);
        var head = new AnswerHead(facts, options, state.IsDown ? state.Refresh : options.Refresh, clock);
        var answers = new AnswerSet(pages, pages.For(facts.StatusCode), options, facts, head, redirect, clock);

        // While the site is up only endpoints that are down by themselves need answers: made when they are asked for.
        _ = state.IsDown ? answers.compositions.Own : null;
        return answers;
    }

    /// <summary>
    /// The build's page for a status code that the app answered with and no body: its headers stay, <c>Retry-After</c> is the build's
    /// if the app says none. Null: the build has no page for exactly that code. Made once.
    /// </summary>
    public static AnswerSet? ForStatusCode(PageLibrary pages, int statusCode)
        => pages.TryGetAnswer(statusCode, out var answer) ? answer : null;

    /// <summary>What is wrong with the options of the answer, each as "MaintenanceMode:StatusCode is '42'; it must be …".</summary>
    public static IEnumerable<string> Validate(MaintenanceModeOptions options) => AnswerRules.Check(options);

    /// <summary>Answers the request: the page, JSON, text, a redirect, or what its protocol wants.</summary>
    public Task WriteAsync(HttpContext context) => WriteAsync(context, compositions.Own);

    /// <summary>The same with another message, for an endpoint that is down by itself; null: with none.</summary>
    public Task WriteAsync(HttpContext context, string? message) => WriteAsync(context, compositions.With(message));

    /// <summary>The page for an answer of the app; <see cref="ForStatusCode"/> keeps it.</summary>
    internal static AnswerSet StandIn(PageLibrary pages, PageFamily family)
    {
        var options = new MaintenanceModeOptions { RetryAfterJitter = TimeSpan.Zero };
        var delay = family.RetryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null;
        var facts = new AnswerFacts { StatusCode = family.StatusCode, Delay = delay };
        var head = new AnswerHead(facts, options, refresh: null, TimeProvider.System) { IsStandIn = true };
        return new AnswerSet(pages, family, options, facts, head, redirect: null, TimeProvider.System);
    }

    private Task WriteAsync(HttpContext context, Composition composition)
    {
        // What has begun cannot be taken back.
        if (context.Response.HasStarted)
        {
            return Task.CompletedTask;
        }

        var client = ClientKinds.Of(context.Request);
        if (context.Request.Headers.Origin.Count == 0)
        {
            return AnswerAsync(context, composition, client);
        }

        return appCors is null
            ? AnswerAsync(context, composition, client, origins?.Apply(context, client == ClientKind.Preflight) == true)
            : AskAppAsync(context, composition, client, appCors);
    }

    private async Task AskAppAsync(HttpContext context, Composition composition, ClientKind client, AppCors cors)
        => await AnswerAsync(context, composition, client, await cors.ApplyAsync(context));

    private Task AnswerAsync(HttpContext context, Composition composition, ClientKind client, bool isReadable)
    {
        var headers = context.Response.Headers;
        if (isReadable && client == ClientKind.Preflight)
        {
            // The browser goes on and asks what it wants to ask; that is answered with the page.
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            headers.CacheControl = "no-store";
            headers.AccessControlMaxAge = "0";
            headers.Vary = ListHeader.Merge(headers.Vary, "Origin");
            return Task.CompletedTask;
        }

        if (isReadable)
        {
            headers.AccessControlExposeHeaders = ListHeader.Merge(
                headers.AccessControlExposeHeaders, client == ClientKind.GrpcWeb ? "Retry-After, grpc-status, grpc-message" : "Retry-After");
        }

        return AnswerAsync(context, composition, client);
    }

    private Task AnswerAsync(HttpContext context, Composition composition, ClientKind client)
    {
        switch (client)
        {
            case ClientKind.Grpc or ClientKind.GrpcWeb:
                return AnswerGrpc(context, composition, client);
            case ClientKind.WebSocket:
                // 200 would accept the connection (RFC 8441).
                head.Write(context, facts.StatusCode < 300 ? 503 : facts.StatusCode);
                return AnswerWriter.WriteAsync(context, composition.Short, composition.Short.ContentType);
            case ClientKind.Subresource or ClientKind.Preflight:
                WriteHead(context, facts.StatusCode, null);
                return AnswerWriter.WriteAsync(context, composition.Short, composition.Short.ContentType);
            default:
                return AnswerByAccept(context, composition, client);
        }
    }

    private Task AnswerByAccept(HttpContext context, Composition composition, ClientKind client)
    {
        var request = context.Request;
        var choice = FormatChoice.Of(request.Headers.Accept, client == ClientKind.Script);
        if (choice.Format == AnswerFormat.Html && client == ClientKind.Visitor && LocationFor(request) is { } location)
        {
            WriteHead(context, redirectStatusCode, "Accept");
            context.Response.Headers.Location = location;
            context.Response.ContentLength = 0;
            return Task.CompletedTask;
        }

        var bodies = composition.In(choice.Format, choice.Format == AnswerFormat.Json ? clock.GetUtcNow() : default);
        WriteHead(context, facts.StatusCode, bodies.HasLanguages ? "Accept, Accept-Encoding, Accept-Language" : "Accept, Accept-Encoding");
        if (choice.Format == AnswerFormat.Html)
        {
            head.WriteRefresh(context);
        }

        var body = bodies.For(request.Headers.AcceptLanguage);
        var contentType = choice.Format == AnswerFormat.Json ? choice.AsProblem ? ProblemType : JsonType : body.ContentType;
        return AnswerWriter.WriteAsync(context, body, contentType);
    }

    private Task AnswerGrpc(HttpContext context, Composition composition, ClientKind client)
    {
        WriteHead(context, StatusCodes.Status200OK, null);
        var headers = context.Response.Headers;
        headers.ContentType = client == ClientKind.Grpc
            ? "application/grpc"
            : context.Request.ContentType.AsSpan().StartsWith("application/grpc-web-text", StringComparison.OrdinalIgnoreCase)
                ? "application/grpc-web-text"
                : "application/grpc-web";

        // Without a body these are the trailers ("Trailers-Only").
        headers["grpc-status"] = GrpcStatus.Unavailable;
        headers["grpc-message"] = composition.GrpcMessage;
        if (head.RetryPushback() is { } pushback)
        {
            headers["grpc-retry-pushback-ms"] = pushback;
        }

        return Task.CompletedTask;
    }

    private void WriteHead(HttpContext context, int statusCode, string? vary)
    {
        head.Write(context, statusCode);
        var headers = context.Response.Headers;
        if (vary is not null)
        {
            headers.Vary = ListHeader.Merge(headers.Vary, vary);
        }

        if (origins is { Varies: true })
        {
            headers.Vary = ListHeader.Merge(headers.Vary, "Origin");
        }
    }

    /// <summary>Null: nobody is sent anywhere. 302 makes a GET of other methods, which suits forms; 307 keeps them.</summary>
    private string? LocationFor(HttpRequest request)
    {
        var method = request.Method;
        var isFit = HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || redirectStatusCode == StatusCodes.Status307TemporaryRedirect
            || (HttpMethods.IsPost(method) && request.HasFormContentType);
        return isFit ? redirect?.LocationFor(request) : null;
    }
}
