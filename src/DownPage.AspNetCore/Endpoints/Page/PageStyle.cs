using System.Security.Cryptography;
using System.Text;

namespace DownPage.AspNetCore.Endpoints.Page;

/// <summary>How the page looks: one strong colour, that of the state. The policy names it by its hash.</summary>
internal static class PageStyle
{
    public const string Css = """
        :root{color-scheme:light dark;--ink:#1b2230;--soft:#515c6d;--paper:#f3f4f7;--card:#fff;--line:#d5dae3;
        --edge:#7a8596;--focus:#1d4ed8;--wrong:#a01b14;--tint:#fdf0ef;--calm:#eef1f6;--on:#fff;
        --up:#0b6b3a;--down:#b3261e;--partly:#8a4700}
        @media (prefers-color-scheme:dark){
        :root{--ink:#e8ebf1;--soft:#a9b3c3;--paper:#101319;--card:#191e27;--line:#323a48;
        --edge:#7d8899;--focus:#93c5fd;--wrong:#ffb4ab;--tint:#35191a;--calm:#222936;
        --up:#14602f;--down:#9b211a;--partly:#7c430c}}
        .is-up{--state:var(--up)}.is-down{--state:var(--down)}.is-partly,.is-readonly{--state:var(--partly)}
        *{box-sizing:border-box}
        body{margin:0;background:var(--paper);color:var(--ink);overflow-wrap:anywhere;
        font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
        header,main{max-width:76rem;margin:0 auto;padding:0 1rem}
        header{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;align-items:baseline;padding-top:1rem;padding-bottom:1rem}
        header p{margin:0}.brand{font-weight:650;font-size:1.125rem}.asof{margin-left:auto}
        main{display:grid;gap:1rem;padding-bottom:3rem}
        .columns{display:grid;gap:1rem;align-items:start}
        .columns>div{display:grid;gap:1rem;min-width:0}
        @media (min-width:62rem){.columns{grid-template-columns:minmax(0,3fr) minmax(0,2fr)}}
        .card{background:var(--card);border:1px solid var(--line);border-radius:.75rem;padding:1.25rem;min-width:0}
        .state{padding-top:0;overflow:hidden}
        .state h1,.state .lead{background:var(--state);color:var(--on);margin:0 -1.25rem;padding:0 1.25rem}
        .state h1{padding-top:1.25rem;font-size:clamp(1.6rem,6vw,2.4rem);line-height:1.15;letter-spacing:-.015em}
        .state .lead{padding-top:.35rem;padding-bottom:1.1rem;margin-bottom:1.1rem}
        h2{margin:0 0 .75rem;font-size:1.25rem;line-height:1.3}
        h3{margin:1.75rem 0 .5rem;padding-top:1.25rem;border-top:1px solid var(--line);font-size:1.0625rem}
        h2+h3{margin-top:0;padding-top:0;border:0}
        p{margin:.5rem 0}
        a{color:inherit;text-underline-offset:.2em}
        code{font-size:.9em;background:var(--calm);border-radius:.25rem;padding:.1em .3em}
        dl{display:grid;gap:.5rem;margin:0}
        dl>div{display:grid;grid-template-columns:7rem minmax(0,1fr);gap:.75rem}
        dt{color:var(--soft)}dd{margin:0}
        .soft,.hint,caption{color:var(--soft)}.soft,.hint{font-size:.9375rem;font-weight:400}
        .message{white-space:pre-line}
        .note{background:var(--calm);border-left:.3rem solid var(--edge);border-radius:.35rem;margin:0 0 1.1rem;
        padding:.75rem 1rem}
        .note p:first-child{margin-top:0}.note p:last-child{margin-bottom:0}
        .note ul{margin:.5rem 0;padding-left:1.25rem}
        .wrong{background:var(--tint);border-color:var(--wrong)}.done{border-color:var(--up)}
        .field{margin:0 0 1rem}
        label,legend{font-weight:550}
        .choices label{font-weight:400}
        .field>label{display:block;margin-bottom:.25rem}
        .hint,.error{margin:.25rem 0 0}.error{color:var(--wrong);font-weight:550}
        input,textarea,select,button{font:inherit;color:inherit}
        .field input,textarea,select{width:100%;min-height:2.75rem;padding:.5rem .65rem;background:var(--card);
        border:1px solid var(--edge);border-radius:.4rem}
        textarea{display:block;resize:vertical}
        [aria-invalid]{border-color:var(--wrong);border-width:2px}
        fieldset{min-width:0;margin:0 0 1rem;padding:.75rem 1rem;border:1px solid var(--line);border-radius:.4rem}
        legend{padding:0 .35rem}
        .choices{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}
        .choices label{display:inline-flex;align-items:center;gap:.5rem;min-height:2.5rem}
        .choices input{width:1.15rem;height:1.15rem;margin:0;accent-color:var(--ink)}
        button{min-height:2.75rem;padding:.5rem 1.1rem;background:var(--card);border:1px solid var(--edge);
        border-radius:.4rem;font-weight:550;cursor:pointer;overflow-wrap:break-word}
        button:hover{background:var(--calm)}
        .strong{background:var(--ink);border-color:var(--ink);color:var(--card)}
        .strong:hover{background:var(--soft);border-color:var(--soft)}
        .row{display:flex;flex-wrap:wrap;gap:.5rem}
        details{margin:0 0 1rem}summary{padding:.5rem 0;font-weight:550;cursor:pointer}
        details[open]>summary{margin-bottom:.5rem}
        .scroll{overflow-x:auto;position:relative}
        table{width:100%;border-collapse:collapse;font-size:.9375rem}
        caption{text-align:left;padding-bottom:.5rem}
        th,td{text-align:left;vertical-align:top;padding:.55rem .75rem .55rem 0;border-top:1px solid var(--line);
        min-width:5.5rem}
        thead th{border-top:0;color:var(--soft);font-weight:550}tbody th{font-weight:550}
        td form{margin:0}td button{min-height:2.25rem;padding:.25rem .75rem}
        iframe{display:block;width:100%;height:26rem;background:#fff;border:1px solid var(--edge);border-radius:.4rem;
        resize:vertical}
        :focus-visible,iframe:focus,input:focus-within{outline:3px solid var(--focus);outline-offset:2px}
        .heard,.skip:not(:focus){position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);
        white-space:nowrap}
        .skip:focus{position:absolute;left:1rem;top:.5rem;padding:.5rem 1rem;background:var(--card);z-index:1}
        @media (forced-colors:active){.state h1,.note{border:1px solid}}
        """;

    public static string Hash { get; } =
        $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))}";
}
