using System.Globalization;
using System.Text;
using DownPage.AspNetCore.State;
using DownPage.Switching;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DownPage.AspNetCore.Endpoints.Page;

/// <summary>The endpoint's page for people: shows what holds, and changes it by the calls that programs make.</summary>
internal sealed class OperatorPage(
    IStateStore store,
    MaintenanceMonitor monitor,
    StatusComposer statuses,
    OptionsSource options,
    IHostEnvironment environment,
    TimeProvider clock)
    : IOperatorPage
{
    private const string DoneKey = "done";

    /// <summary>
    /// The referrer goes to this site only, but there it must go: without it browsers do not say of a form where it
    /// comes from.
    /// </summary>
    private const string Referrers = "same-origin";

    private static readonly string Policy =
        $"default-src 'none'; style-src '{PageStyle.Hash}'; form-action 'self'; frame-src 'self'; "
        + "frame-ancestors 'none'; base-uri 'none'";

    public async Task WriteAsync(HttpContext context, OperatorApi api)
    {
        var model = await ModelAsync(context) with { Done = context.Request.Query[DoneKey] };
        await SendAsync(context, model, StatusCodes.Status200OK);
    }

    public async Task PostAsync(HttpContext context, OperatorApi api)
    {
        var form = await PageFormReader.ReadAsync(context.Request, context.RequestAborted);
        var refusal = form is null ? PageRefusals.Unreadable : await ChangeAsync(form, context, api);
        if (form is not null && refusal is null)
        {
            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = $"{PathOf(context)}?{DoneKey}={form.Action}";
            context.Response.Headers.CacheControl = "no-store";
            return;
        }

        var model = await ModelAsync(context) with { Form = form ?? PageForm.None, Refusal = refusal };
        await SendAsync(context, model, refusal?.StatusCode ?? StatusCodes.Status400BadRequest);
    }

    /// <returns>Why it was not changed. Null: it was.</returns>
    private async Task<PageRefusal?> ChangeAsync(PageForm form, HttpContext context, OperatorApi api)
    {
        var status = await statuses.ComposeAsync(context.RequestAborted);
        if (PageRefusals.Of(form, status) is { } refusal)
        {
            return refusal;
        }

        if (PageCalls.Of(form, status, OperatorName.Of(context)) is not { } call)
        {
            return PageRefusals.Unreadable;
        }

        var answer = await api.HandleAsync(call, context.RequestAborted);
        if (answer.RetryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter =
                Math.Ceiling(wait.TotalSeconds).ToString("F0", CultureInfo.InvariantCulture);
        }

        return answer.IsSuccess ? null : PageRefusals.Of(answer);
    }

    private async Task<PageModel> ModelAsync(HttpContext context)
    {
        // Read first: what a form then changes is what it was made of, or it is refused.
        var held = store.Held;
        monitor.Refresh();
        var status = await statuses.ComposeAsync(context.RequestAborted) with { Revision = StateRevision.Of(held) };
        var model = new PageModel
        {
            App = environment.ApplicationName,
            Path = PathOf(context),
            Clock = new PageClock(clock.GetUtcNow()),
            User = OperatorName.Of(context),
            Status = status,
            Enabled = options.Current.Enabled,
            Held = held,
            Antiforgery = AntiforgeryField(context),
        };
        try
        {
            var history = await store.ReadHistoryAsync(HistorySection.Most, context.RequestAborted);
            return model with { History = history };
        }
        catch (IOException unreadable)
        {
            return model with { HistoryProblem = unreadable.Message };
        }
    }

    private static Markup AntiforgeryField(HttpContext context)
        => context.RequestServices.GetService<IAntiforgery>()?.GetAndStoreTokens(context) is { } tokens
            ? Markup.Of($"""<input type="hidden" name="{tokens.FormFieldName}" value="{tokens.RequestToken}">""")
            : Markup.None;

    private static string PathOf(HttpContext context)
        => (context.Request.PathBase + context.Request.Path).ToUriComponent().TrimEnd('/');

    private static async Task SendAsync(HttpContext context, PageModel model, int statusCode)
    {
        var response = context.Response;
        var body = Encoding.UTF8.GetBytes(PageShell.Of(model).ToString());
        response.StatusCode = statusCode;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = body.Length;
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = Referrers;
        response.Headers["X-Robots-Tag"] = "noindex";
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.Body.WriteAsync(body, context.RequestAborted);
        }
    }
}
