using System.Globalization;
using System.Text.Json;

namespace DownPage.FrontEnds.Clouds;

/// <summary>
/// CloudFront: pages for a bucket, and the part of a distribution that shows them. It cannot tell its own 502, 503 and
/// 504 from the app's; 500 is the app's alone, and left to it. Written after its documentation.
/// </summary>
internal sealed class CloudFrontFrontEnd : IFrontEnd
{
    // An app that comes up is not run over, and nobody waits for it noticeably longer.
    private const int CachedSeconds = 1;

    private static readonly int[] Statuses = [502, 503, 504];

    private static readonly HostedService Service = new("cloudfront", "a custom error page of CloudFront");

    public string Name => Service.Name;

    public bool NeedsDeployRoot => false;

    public IReadOnlyList<ConfigFile> Write(FrontEndSite site)
    {
        var pages = Statuses.Select(status => site.Gone[status]).ToList();
        return
        [
            CloudJson.Write($"{Name}/custom-error-responses.json", json => Write(json, site, pages)),
            .. pages.Select(page => HostedPage.Of(site, page, Service).At($"{Name}/pages/{page.Key}.html")),
        ];
    }

    private static void Write(Utf8JsonWriter json, FrontEndSite site, List<FrontEndPage> pages)
    {
        json.WriteStartObject();
        json.WriteNumber("Quantity", pages.Count);
        json.WriteStartArray("Items");
        foreach (var page in pages)
        {
            json.WriteStartObject();
            json.WriteNumber("ErrorCode", page.StatusCode);

            // A folder of its own: what else is below the prefix is the app's.
            json.WriteString("ResponsePagePath", $"{site.Prefix}/pages/{page.Key}.html");
            json.WriteString("ResponseCode", page.StatusCode.ToString(CultureInfo.InvariantCulture));
            json.WriteNumber("ErrorCachingMinTTL", CachedSeconds);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
