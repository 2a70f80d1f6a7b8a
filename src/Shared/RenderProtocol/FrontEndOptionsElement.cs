using System.Xml.Linq;
using DownPage.FrontEnds;
using static DownPage.RenderProtocol.JsonFile;

namespace DownPage.RenderProtocol;

/// <summary>The member <c>frontEnds</c> of the request.</summary>
internal static class FrontEndOptionsElement
{
    public const string Name = "frontEnds";

    public static XElement Write(FrontEndOptions options) => Object(
        Name,
        Texts("servers", options.Servers),
        String("deployRoot", options.DeployRoot),
        String("prefix", options.Prefix),
        String("flagFile", options.FlagFile),
        options.Allow is { } allow ? Texts("allow", allow) : null,
        options.Bypass is { } bypass ? Texts("bypass", bypass) : null,
        Number("retryAfterSeconds", options.RetryAfter),
        Boolean("intercept", options.Intercept),
        Array("headers", options.Headers.Select(header => Object(
            "item",
            String("name", header.Key),
            String("value", header.Value)))));

    public static FrontEndOptions Read(XElement? options) => options is null ? new() : new()
    {
        Servers = [.. options.Items("servers").Select(server => server.Value)],
        DeployRoot = options.Text("deployRoot"),
        Prefix = options.Text("prefix"),
        FlagFile = options.Text("flagFile"),
        Allow = ReadTexts(options, "allow"),
        Bypass = ReadTexts(options, "bypass"),
        RetryAfter = (int?)options.Integer("retryAfterSeconds"),
        Intercept = options.Text("intercept") == "true",
        Headers = [.. options.Items("headers")
            .Select(header => new KeyValuePair<string, string>(header.TextOrEmpty("name"), header.TextOrEmpty("value")))],
    };

    private static XElement Texts(string name, List<string> texts)
        => Array(name, texts.Select(text => String("item", text)!));

    private static List<string>? ReadTexts(XElement options, string name)
        => options.Element(name) is null ? null : [.. options.Items(name).Select(text => text.Value)];
}
