using System.Text.Json;

namespace DownPage.FrontEnds.Clouds;

/// <summary>
/// AWS WAF: the body of a response, and the rule of a web ACL that answers everybody with it, but for who gets through.
/// It is for maintenance alone. Written after its documentation.
/// </summary>
internal sealed class WafFrontEnd : IFrontEnd
{
    /// <summary>The name of the body, by which the rule finds it.</summary>
    public const string BodyKey = "downpage-maintenance";

    private static readonly HostedService Service = new("waf", "a custom response of AWS WAF", 10_240);

    public string Name => Service.Name;

    public bool NeedsDeployRoot => false;

    public IReadOnlyList<ConfigFile> Write(FrontEndSite site)
    {
        var page = HostedPage.Of(site, site.Maintenance, Service);
        return
        [
            CloudJson.Write($"{Name}/custom-response-bodies.json", json => Bodies(json, page)),
            CloudJson.Write($"{Name}/rule.json", json => WafRule.Write(json, site)),
            .. Sets(site).Select(
                set => CloudJson.Write($"{Name}/addresses-{set.Key}.json", json => Addresses(json, set))),
        ];
    }

    /// <summary>By the version of the protocol: a set holds addresses of one.</summary>
    public static IEnumerable<IGrouping<string, AllowedNetwork>> Sets(FrontEndSite site)
        => site.Allow.GroupBy(network => network.IsV6 ? "ipv6" : "ipv4")
            .OrderBy(set => set.Key, StringComparer.Ordinal);

    private static void Bodies(Utf8JsonWriter json, HostedPage page)
    {
        json.WriteStartObject();
        json.WriteStartObject(BodyKey);
        json.WriteString("ContentType", "TEXT_HTML");
        json.WriteString("Content", page.Html);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Addresses(Utf8JsonWriter json, IEnumerable<AllowedNetwork> networks)
    {
        json.WriteStartArray();
        foreach (var network in networks)
        {
            json.WriteStringValue(network.ToString());
        }

        json.WriteEndArray();
    }
}
