using System.Globalization;
using System.Text.Json;

namespace DownPage.FrontEnds.Clouds;

/// <summary>
/// An AWS application load balancer: the action of a rule that answers with a small page, and the conditions of the
/// rules before it, for who gets through. It is for maintenance alone: for its own 502, 503 and 504 it takes no page.
/// Written after its documentation.
/// </summary>
internal sealed class AlbFrontEnd : IFrontEnd
{
    public string Name => AlbPage.Service.Name;

    public bool NeedsDeployRoot => false;

    public IReadOnlyList<ConfigFile> Write(FrontEndSite site)
    {
        var page = AlbPage.Of(site);
        return
        [
            CloudJson.Write($"{Name}/fixed-response.json", json => Action(json, page, site.Maintenance.StatusCode)),
            .. AlbConditions.Of(site).Select((condition, index) => CloudJson.Write(
                string.Create(CultureInfo.InvariantCulture, $"{Name}/pass-{index + 1}.json"), condition.Write)),
        ];
    }

    private static void Action(Utf8JsonWriter json, AlbPage page, int status)
    {
        json.WriteStartArray();
        json.WriteStartObject();
        json.WriteString("Type", "fixed-response");
        json.WriteStartObject("FixedResponseConfig");
        json.WriteString("StatusCode", status.ToString(CultureInfo.InvariantCulture));
        json.WriteString("ContentType", page.ContentType);
        json.WriteString("MessageBody", page.Body);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
