using System.Net;
using System.Security.Claims;
using System.Text.Encodings.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DownPage.AspNetCore.Tests.Endpoints.Page;

/// <summary>A site with the endpoint, used as a person with a browser without scripts does.</summary>
internal sealed class OperatorSite(MaintainedSite site) : IAsyncDisposable
{
    public const string Path = "/maintenance-mode";

    private const string UserHeader = "X-User";

    private readonly Dictionary<string, string> cookies = [];

    public MaintainedSite Site => site;

    public static async Task<OperatorSite> StartAsync(
        Action<MaintenanceModeOptions>? options = null, bool antiforgery = false)
        => new(await MaintainedSite.StartAsync(
            options,
            builder =>
            {
                builder.Services.AddAuthentication("Header")
                    .AddScheme<AuthenticationSchemeOptions, HeaderUser>("Header", null);
                builder.Services.AddAuthorization();
                if (antiforgery)
                {
                    builder.Services.AddAntiforgery();
                }
            },
            app =>
            {
                app.MapGet("/", () => "up");
                app.MapMaintenanceMode(Path).RequireAuthorization();
            }));

    /// <summary>Somebody looks at the page.</summary>
    public async Task<IDocument> LookAsync(string path = Path, string user = "anna")
    {
        var answer = await SendAsync(HttpMethod.Get, path, user, null);
        Assert.AreEqual(HttpStatusCode.OK, answer.StatusCode);
        return SamplePage.Parse(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Somebody fills in a form and sends it; where that is taken, the page that follows is got.</summary>
    /// <param name="page">The page that is looked at.</param>
    /// <param name="action">The form's, and a window's name after a blank.</param>
    /// <param name="typed">Fields and what is typed, ticked or chosen; the rest is as the page has it.</param>
    public async Task<(HttpStatusCode Code, IDocument Page)> SubmitAsync(
        IDocument page, string action, params (string Name, string Value)[] typed)
    {
        var form = page.QuerySelectorAll<IHtmlFormElement>("form")
            .ElementAt(Array.IndexOf(SamplePage.FormsOf(page), action));
        Assert.AreEqual("post", form.GetAttribute("method"));
        var sent = FieldsOf(form).Where(field => typed.All(other => other.Name != field.Key))
            .Concat(typed.Select(field => KeyValuePair.Create(field.Name, field.Value)));

        var answer = await PostAsync(form.GetAttribute("action") ?? "", sent);
        if (answer.StatusCode == HttpStatusCode.SeeOther)
        {
            return (answer.StatusCode, await LookAsync(answer.Headers.Location?.OriginalString ?? ""));
        }

        return (answer.StatusCode, SamplePage.Parse(await answer.Content.ReadAsStringAsync()));
    }

    public Task<HttpResponseMessage> PostAsync(
        string path, IEnumerable<KeyValuePair<string, string>> fields, string from = "same-origin")
        => SendAsync(HttpMethod.Post, path, "anna", new FormUrlEncodedContent(fields), from);

    public async ValueTask DisposeAsync() => await site.DisposeAsync();

    /// <summary>What a browser sends of a form that nobody has touched.</summary>
    public static IEnumerable<KeyValuePair<string, string>> FieldsOf(IHtmlFormElement form)
        => form.QuerySelectorAll("input, textarea, select").SelectMany(field => field switch
        {
            IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } => [],
            IHtmlInputElement input => (IEnumerable<(string? Name, string Value)>)[(input.Name, input.Value)],
            IHtmlTextAreaElement area => [(area.Name, area.Value.ReplaceLineEndings("\r\n"))],
            IHtmlSelectElement select => [(select.Name, select.Value ?? "")],
            _ => [],
        }).Select(field => KeyValuePair.Create(field.Name ?? "", field.Value));

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, string user, HttpContent? content, string from = "same-origin")
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Add("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
        request.Headers.Add("Sec-Fetch-Site", from);
        request.Headers.Add(UserHeader, user);
        request.Headers.TryAddWithoutValidation(
            "Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        var answer = await site.Client.SendAsync(request);
        if (answer.Headers.TryGetValues("Set-Cookie", out var given))
        {
            foreach (var cookie in given.Select(cookie => cookie.Split(';')[0].Split('=', 2)))
            {
                cookies[cookie[0]] = cookie[1];
            }
        }

        return answer;
    }

    private sealed class HeaderUser(
        IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            var name = Request.Headers[UserHeader].ToString();
            Claim[] claims = name.Length > 0 ? [new Claim(ClaimTypes.Name, name)] : [];
            var user = new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme.Name));
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(user, Scheme.Name)));
        }
    }
}
