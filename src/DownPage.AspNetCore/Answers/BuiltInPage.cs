namespace DownPage.AspNetCore.Answers;

/// <summary>The page of an app that has none: in English, for light and dark, for eyes and ears.</summary>
internal static class BuiltInPage
{
    public static ReadOnlySpan<byte> Html =>
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <meta name="color-scheme" content="light dark">
        <title>Down for maintenance</title>
        <style>
        :root{color-scheme:light dark;--ink:#1d2430;--soft:#566072;--paper:#f5f6f8;--card:#fff;--line:#dfe3ea;
        --mark:#b45309}
        @media (prefers-color-scheme:dark){
        :root{--ink:#e8ebf1;--soft:#a3adbd;--paper:#12151b;--card:#1b2029;--line:#2e3542;--mark:#fbbf24}}
        *{box-sizing:border-box}
        body{margin:0;min-height:100vh;display:grid;place-items:center;padding:1.5rem;
        background:var(--paper);color:var(--ink);
        font:1.0625rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
        main{width:100%;max-width:34rem;padding:clamp(1.5rem,6vw,3rem);background:var(--card);
        border:1px solid var(--line);border-top:4px solid var(--mark);border-radius:.75rem;overflow-wrap:anywhere}
        svg{display:block;width:2.5rem;height:2.5rem;margin-bottom:1rem;stroke:var(--mark)}
        h1{margin:0 0 .75rem;font-size:clamp(1.5rem,5vw,2rem);line-height:1.2;letter-spacing:-.01em}
        p{margin:0 0 .75rem}
        time{display:block;color:var(--soft);font-size:.9375rem}
        [hidden]{display:none}
        time::before{content:"Expected back: "}
        @media (forced-colors:active){svg{stroke:CanvasText}}
        </style>
        </head>
        <body>
        <main>
        <svg viewBox="2 2 20 20" fill="none" stroke-width="1.75" stroke-linecap="round" aria-hidden="true">
        <circle cx="12" cy="12" r="9"/><path d="M12 7v5l3.5 2"/></svg>
        <h1>Down for maintenance</h1>
        <p data-downpage="message" role="status">We are working on this site and will be back soon.
        Please come back in a while.</p>
        <time hidden data-downpage="until"></time>
        </main>
        </body>
        </html>

        """u8;
}
