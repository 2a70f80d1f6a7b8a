using System.Text;
using DownPage.Renderer.Rendering;
using DownPage.RenderProtocol;
using DownPage.StandAlone.Assets;

namespace DownPage.StandAlone;

/// <summary>
/// Finishes a page that nobody sees while the app starts, which keeps one processor busy: on another one, the code that
/// finishing needs is compiled meanwhile.
/// </summary>
internal static class WarmUp
{
    // Some of all that pages have: what is not here is compiled when the first page needs it.
    private const string Markup = """
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Down</title>
        <meta name="viewport" content="width=device-width"><link rel="stylesheet" href="data:text/css,p%7Bmargin:0%7D">
        <style>
          @import "data:text/css,i%7Bmargin:0%7D" print;
          @layer a { :root { --a: 1px; --b: red } }
          *, ::before { margin: 0 } h1.a > b, .none:hover { color: var(--b) } p:not(.a):is(p, i) + p::after { content: "" }
          main { & .a { padding: calc(var(--a) + 1px) } }
          @media (min-width: 1px) { ul li:nth-child(2n + 1):focus, [type=button]:not(:disabled), #none { background: url(data:,) } }
          @supports (color: red) { a { animation: k 1s; font-family: "F" } }
          @keyframes k { to { color: red } } @font-face { font-family: "F"; src: url(data:font/woff2,) format("woff2") }
        </style><script>document.title</script></head>
        <body class="a"><header><a href="help">Help</a></header><main role="main"><h1 class="a">Down <b>now</b></h1>
        <p>One &amp; two</p><p style="color: red">Three</p><ul><li>Four</li></ul><img src="data:," alt="" srcset="data:, 2x">
        <button type="button" onclick="location.reload()">Again</button></main><pre> a </pre></body></html>
        """;

    public static void Run()
    {
        var request = new RenderRequest { BaseUrl = "https://localhost" };
        var answer = new PageAnswer { Body = Encoding.UTF8.GetBytes(Markup), StatusCode = 502, ContentType = "text/html" };
        _ = new PageFinishing(request, new RenderPage(), answer, new SiteFiles(request, webRoot: null)).Finish();
    }
}
