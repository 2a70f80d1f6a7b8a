using System.Xml.Linq;
using static DownPage.RenderProtocol.JsonFile;

namespace DownPage.RenderProtocol;

/// <summary>The member <c>options</c> of a page in the request.</summary>
internal static class PageOptionsElement
{
    public const string Name = "options";

    public static XElement Write(PageOptions options) => Object(
        Name,
        Boolean("selfContained", options.SelfContained),
        Number("inlineLimit", options.InlineLimit),
        String("scripts", options.Scripts.ToString()),
        Boolean("trimCss", options.TrimCss),
        Array("keepCss", options.KeepCss.Select(selector => String("item", selector)!)),
        Boolean("minify", options.Minify),
        Boolean("compress", options.Compress),
        Array("formats", options.Formats.Select(format => String("item", format.ToString())!)),
        Number("refreshSeconds", options.RefreshSeconds),
        Number("retryAfterSeconds", options.RetryAfterSeconds),
        Number("maxBytes", options.MaxBytes),
        Array("servers", options.Servers.Select(server => String("item", server)!)));

    public static PageOptions Read(XElement? options) => options is null ? new() : new()
    {
        SelfContained = options.Text("selfContained") == "true",
        InlineLimit = (int)(options.Integer("inlineLimit") ?? 0),
        Scripts = Enum.TryParse(options.Text("scripts"), out ScriptHandling scripts) ? scripts : ScriptHandling.Remove,
        TrimCss = options.Text("trimCss") == "true",
        KeepCss = [.. options.Items("keepCss").Select(selector => selector.Value)],
        Minify = options.Text("minify") == "true",
        Compress = options.Text("compress") == "true",
        Formats = [.. options.Items("formats").Select(format => ReadFormat(format.Value))],
        RefreshSeconds = (int?)options.Integer("refreshSeconds"),
        RetryAfterSeconds = (int?)options.Integer("retryAfterSeconds"),
        MaxBytes = (int?)options.Integer("maxBytes"),
        Servers = [.. options.Items("servers").Select(server => server.Value)],
    };

    private static PageFormat ReadFormat(string name)
        => Enum.TryParse(name, out PageFormat format) ? format : throw new FormatException($"There is no format '{name}'.");
}
