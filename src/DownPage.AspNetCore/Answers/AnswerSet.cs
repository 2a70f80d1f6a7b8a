using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Answers;

/// <summary>The answers for a state, in every form and language, composed once.</summary>
internal sealed class AnswerSet
{
    private const string ProblemType = "application/problem+json";
    private const string JsonType = "application/json";
    private const string FormVary = "Accept, Accept-Encoding";
    private const string LanguageVary = "Accept, Accept-Encoding, Accept-Language";

    private readonly AnswerFacts facts;
    private readonly AnswerHead head;
    private readonly CompositionShelf compositions;
    private readonly TimeProvider clock;

    private AnswerSet(AnswerFacts facts, AnswerHead head, PageFamily family, TimeProvider clock)
    {
        this.facts = facts;
        this.head = head;
        this.clock = clock;
        compositions = new CompositionShelf(family, facts, clock);
    }

    private RedirectRule? Redirect { get; init; }

    /// <summary>The origins of the options. Null: they name none.</summary>
    private CorsOrigins? Origins { get; init; }

    /// <summary>Null: the options decide, or CORS is the app's own business.</summary>
    private AppCors? AppCors { get; init; }

    public static AnswerSet Compose(
        PageLibrary pages, MaintenanceModeOptions options, MaintenanceState state, TimeProvider clock)
    {
        var facts = AnswerFacts.Of(state, options);
        var target = state.IsDown ? RedirectTarget.TryParse(state.RedirectTo, out _) : null;
        pages.ReportIgnored(state, target is not null);
        var head = new AnswerHead(facts, options, state.IsDown ? state.Refresh : options.Refresh, clock);
        var origins = CorsOrigins.Create(options.Cors);
        var answers = new AnswerSet(facts, head, pages.For(facts.StatusCode), clock)
        {
            Redirect = target is null ? null : new RedirectRule(target, options.RedirectStatusCode),
            Origins = origins,
            AppCors = origins is null ? new AppCors(options.Cors.Policy, pages.Logger) : null,
        };

        // While the site is up only endpoints that are down by themselves need answers: made when they are asked for.
        _ = state.IsDown ? answers.compositions.Own : null;
        return answers;
    }

    /// <summary>
    /// The build's page for a status code that the app answered with and no body: its headers stay, <c>Retry-After</c>
    /// is the build's if the app says none. Null: the build has no page for exactly that code. Made once.
    /// </summary>
    public static AnswerSet? ForStatusCode(PageLibrary pages, int statusCode)
        => pages.TryGetAnswer(statusCode, out var answer) ? answer : null;

    /// <summary>
    /// What is wrong with the options of the answer, each as "MaintenanceMode:StatusCode is '42'; it must be …".
    /// </summary>
    public static IEnumerable<string> Validate(MaintenanceModeOptions options) => AnswerRules.Check(options);

    /// <summary>Answers the request: the page, JSON, text, a redirect, or what its protocol wants.</summary>
    public Task WriteAsync(HttpContext context) => WriteAsync(context, compositions.Own);

    /// <summary>The same with another message, for an endpoint that is down by itself; null: with none.</summary>
    public Task WriteAsync(HttpContext context, string? message) => WriteAsync(context, compositions.With(message));

    /// <summary>The page for an answer of the app; <see cref="PageLibrary.TryGetAnswer"/> keeps it.</summary>
    internal static AnswerSet StandIn(PageFamily family)
    {
        var options = new MaintenanceModeOptions { RetryAfterJitter = TimeSpan.Zero };
        var delay = family.RetryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null;
        var facts = new AnswerFacts { StatusCode = family.StatusCode, Delay = delay };
        var head = new AnswerHead(facts, options, refresh: null, TimeProvider.System) { IsStandIn = true };
        return new AnswerSet(facts, head, family, TimeProvider.System);
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

        return AppCors is null
            ? AnswerAsync(context, composition, client, Origins?.Apply(context, client == ClientKind.Preflight) == true)
            : AskAppAsync(context, composition, client, AppCors);
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
            var names = client == ClientKind.GrpcWeb ? "Retry-After, grpc-status, grpc-message" : "Retry-After";
            headers.AccessControlExposeHeaders = ListHeader.Merge(headers.AccessControlExposeHeaders, names);
        }

        return AnswerAsync(context, composition, client);
    }

    private Task AnswerAsync(HttpContext context, Composition composition, ClientKind client)
    {
        switch (client)
        {
            case ClientKind.Grpc or ClientKind.GrpcWeb:
                WriteHead(context, StatusCodes.Status200OK, null);
                GrpcAnswer.Write(context, composition.GrpcMessage, head.RetryPushback(clock.GetUtcNow()));
                return Task.CompletedTask;
            case ClientKind.WebSocket:
                // 200 would accept the connection (RFC 8441).
                WriteHead(context, facts.StatusCode < 300 ? 503 : facts.StatusCode, null);
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
        var (format, asProblem) = FormatChoice.Of(request.Headers.Accept, client == ClientKind.Script);
        if (format == AnswerFormat.Html
            && client == ClientKind.Visitor
            && Redirect?.LocationFor(request) is { } location)
        {
            WriteHead(context, Redirect.StatusCode, "Accept");
            context.Response.Headers.Location = location;
            context.Response.ContentLength = 0;
            return Task.CompletedTask;
        }

        var bodies = composition.In(format, format == AnswerFormat.Json ? clock.GetUtcNow() : default);
        WriteHead(context, facts.StatusCode, bodies.HasLanguages ? LanguageVary : FormVary);
        if (format == AnswerFormat.Html)
        {
            head.WriteRefresh(context);
        }

        var body = bodies.For(request.Headers.AcceptLanguage);
        var jsonType = asProblem ? ProblemType : JsonType;
        return AnswerWriter.WriteAsync(context, body, format == AnswerFormat.Json ? jsonType : body.ContentType);
    }

    private void WriteHead(HttpContext context, int statusCode, string? vary)
    {
        head.Write(context, statusCode);
        var headers = context.Response.Headers;
        if (vary is not null)
        {
            headers.Vary = ListHeader.Merge(headers.Vary, vary);
        }

        if (Origins is { Varies: true })
        {
            headers.Vary = ListHeader.Merge(headers.Vary, "Origin");
        }
    }
}
