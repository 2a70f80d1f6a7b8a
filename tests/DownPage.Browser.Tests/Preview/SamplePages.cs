using System.Text;
using DownPage.Renderer.Finishing;
using DownPage.RenderProtocol;
using DownPage.StandAlone.Preview;

namespace DownPage.Browser.Tests.Preview;

/// <summary>Pages for a gallery: one in two languages, and one in a folder that has troubles and a file beside it.</summary>
internal static class SamplePages
{
    public const string AssetPath = "assets/0123456789abcdef0123.svg";

    private const string Style =
        "<style>:root { color-scheme: light dark } body { font: 20px sans-serif; margin: 2rem; background: #fff; color: #123 } "
        + "@media (prefers-color-scheme: dark) { body { background: #123; color: #eee } } "
        + "@media (width < 500px) { h1 { color: crimson } }</style>";

    public static IReadOnlyList<PreviewPage> All { get; } =
    [
        Page("502.html", "502.html", "en", 502, "<h1>Back soon</h1><p>We are moving house.</p>"),
        Page("502.html", "502.de.html", "de", 502, "<h1>Gleich zurück</h1><p>Wir ziehen um.</p>"),
        new PreviewPage
        {
            Name = "errors/50 3.html",
            File = "errors/50 3.html",
            StatusCode = 503,
            Content = Encoding.UTF8.GetBytes(
                $"<!DOCTYPE html><html lang=\"en\"><title>503</title>{Style}<h1>Down</h1>"
                + $"<img alt=\"\" width=\"200\" src=\"/_downpage/{AssetPath}#x\">"
                + "<form action=\"https://shop.example/login\"><button>Log in</button></form><a href=\"/\" target=\"_top\">Out</a>"),
            Encodings = Encodings(5_000, 4_000),
            Assets = [new PageAsset(AssetPath, "image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><path d='M0 9L9 0v9z' fill='teal'/></svg>"u8.ToArray())],
            Diagnostics =
            [
                new RenderDiagnostic { Code = "DP0306", IsError = false, Message = "'<form action=\"https://…\">' sends to the app, which is down.", File = "Views/Errors/503.cshtml", Line = 4, Column = 2 },
                new RenderDiagnostic { Code = "DP0314", Message = "The page has 16,329 bytes, and an errorfile of HAProxy holds 15,108." },
            ],
            Limits = [new SizeLimit("DownPageMaxBytes", 16_329, 20_000), new SizeLimit("HAProxy errorfile", 16_329, 15_108)],
        },
    ];

    private static PreviewPage Page(string name, string file, string culture, int status, string body) => new()
    {
        Name = name,
        File = file,
        Culture = culture,
        StatusCode = status,
        Content = Encoding.UTF8.GetBytes($"<!DOCTYPE html><html lang=\"{culture}\"><meta charset=\"utf-8\"><title>{status}</title>{Style}{body}"),
        Encodings = Encodings(1_234, 1_012),
        Limits = [new SizeLimit("HAProxy errorfile", 3_210, 15_108), new SizeLimit("First flight, br", 1_012, 14_336)],
    };

    private static EncodedContent[] Encodings(int gzip, int brotli) =>
        [new("gzip", ".gz", new byte[gzip]), new("br", ".br", new byte[brotli])];
}
