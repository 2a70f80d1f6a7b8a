using System.Text.Json;

namespace DownPage.FrontEnds.Clouds;

/// <summary>
/// Cloudflare's custom error rules: one that carries the page. It is for what Cloudflare answers with by itself when
/// the origin is gone; also for the app's own 503 where that is asked for. Written after its documentation.
/// </summary>
internal sealed class CloudflareFrontEnd : IFrontEnd
{
    // 502 and 504: its own, and the origin's, in whose place it puts its own page; 520 to 526: the origin refuses,
    // hangs, aborts or has no valid certificate; 530: it cannot be found, or its tunnel is gone.
    private const string Own = "502 504 520 521 522 523 524 525 526 530";

    private static readonly HostedService Service = new("cloudflare", "a custom error rule of Cloudflare", 10_240);

    public string Name => Service.Name;

    public bool NeedsDeployRoot => false;

    public IReadOnlyList<ConfigFile> Write(FrontEndSite site)
    {
        var page = site.Gone[502];
        var content = HostedPage.Of(site, page, Service).Html;
        return [CloudJson.Write($"{Name}/rule.json", json => Write(json, site, page, content))];
    }

    private static void Write(Utf8JsonWriter json, FrontEndSite site, FrontEndPage page, string content)
    {
        json.WriteStartObject();
        json.WriteString("description", $"DownPage: {site.Application} is gone");
        json.WriteString("expression", $"http.response.code in {{{(site.Intercept ? "503 " : "")}{Own}}}");
        json.WriteString("action", "serve_error");
        json.WriteStartObject("action_parameters");
        json.WriteString("content", content);
        json.WriteString("content_type", "text/html");
        json.WriteNumber("status_code", page.StatusCode);
        json.WriteEndObject();
        json.WriteBoolean("enabled", true);
        json.WriteEndObject();
    }
}
