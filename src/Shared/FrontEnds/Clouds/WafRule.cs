using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace DownPage.FrontEnds.Clouds;

/// <summary>The rule that answers with the page whoever is none of those that get through.</summary>
internal static class WafRule
{
    private const string RuleName = "DownPage-maintenance";
    private const int LongestRegex = 512;

    public static void Write(Utf8JsonWriter json, FrontEndSite site)
    {
        json.WriteStartObject();
        json.WriteString("Name", RuleName);
        json.WriteNumber("Priority", 0);
        json.WriteStartObject("Statement");
        json.WriteStartObject("NotStatement");
        json.WriteStartObject("Statement");
        json.WriteStartObject("OrStatement");
        json.WriteStartArray("Statements");
        Cookie(json);
        foreach (var path in site.Bypass)
        {
            Match(json, PatternOf(path), "LOWERCASE", () => Nothing(json, "UriPath"));
        }

        foreach (var set in WafFrontEnd.Sets(site))
        {
            AddressSet(json, set.Key);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        Block(json, site);
        json.WriteStartObject("VisibilityConfig");
        json.WriteBoolean("SampledRequestsEnabled", true);
        json.WriteBoolean("CloudWatchMetricsEnabled", true);
        json.WriteString("MetricName", RuleName);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Cookie(Utf8JsonWriter json)
        => Match(json, $@"(^|;\s*)(__Host-|__Secure-)?{FrontEndSite.BypassCookie}=", "NONE", () =>
        {
            json.WriteStartObject("SingleHeader");
            json.WriteString("Name", "cookie");
            json.WriteEndObject();
        });

    private static void Match(Utf8JsonWriter json, string regex, string transformation, Action field)
    {
        json.WriteStartObject();
        json.WriteStartObject("RegexMatchStatement");
        json.WriteString("RegexString", regex);
        json.WriteStartObject("FieldToMatch");
        field();
        json.WriteEndObject();
        json.WriteStartArray("TextTransformations");
        json.WriteStartObject();
        json.WriteNumber("Priority", 0);
        json.WriteString("Type", transformation);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void AddressSet(Utf8JsonWriter json, string version)
    {
        json.WriteStartObject();
        json.WriteStartObject("IPSetReferenceStatement");
        json.WriteString("ARN", $"PUT-HERE-THE-ARN-OF-THE-{version.ToUpperInvariant()}-SET");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Block(Utf8JsonWriter json, FrontEndSite site)
    {
        json.WriteStartObject("Action");
        json.WriteStartObject("Block");
        json.WriteStartObject("CustomResponse");
        json.WriteNumber("ResponseCode", site.Maintenance.StatusCode);
        json.WriteString("CustomResponseBodyKey", WafFrontEnd.BodyKey);
        json.WriteStartArray("ResponseHeaders");
        foreach (var (name, value) in HostedHeaders.Of(site, site.Maintenance))
        {
            json.WriteStartObject();
            json.WriteString("Name", name);
            json.WriteString("Value", value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Nothing(Utf8JsonWriter json, string name)
    {
        json.WriteStartObject(name);
        json.WriteEndObject();
    }

    private static string PatternOf(BypassPath path)
    {
        var pattern = "^" + Regex.Escape(path.Path.ToLowerInvariant()) + (path.WithAllBelow ? "(/.*)?$" : "$");
        return pattern.Length <= LongestRegex ? pattern : throw new FrontEndException(
            DiagnosticCodes.FrontEndValueRefused,
            string.Create(
                CultureInfo.InvariantCulture,
                $"The path '{path.Path}' cannot be written for waf: its pattern has {pattern.Length} characters, ")
            + $"and a rule takes {LongestRegex}. Leave it out of the paths that pass, or name a folder above it.");
    }
}
