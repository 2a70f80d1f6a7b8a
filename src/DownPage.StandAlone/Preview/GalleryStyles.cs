namespace DownPage.StandAlone.Preview;

/// <summary>
/// How the gallery looks. Its own colors follow the visitor's system; a page's follow the row that it is in.
/// </summary>
internal static class GalleryStyles
{
    public const string Text =
        """

        :root {
            color-scheme: light dark;
            --line: light-dark(#d5d9e0, #3a3f4b); --panel: light-dark(#fff, #1d2027); --ground: light-dark(#f1f3f6, #14161b);
            --ink: light-dark(#1b1f27, #e4e7ec); --faint: light-dark(#5d6675, #98a1b0); --good: light-dark(#1a7f4b, #4cc38a);
            --bad: light-dark(#c22f2f, #ff7a70); --link: light-dark(#1f5fbf, #7db4ff);
        }
        * { box-sizing: border-box }
        html { scroll-behavior: smooth; scroll-padding-top: 1rem }
        @media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto } }
        body { margin: 0; font: 15px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--ground) }
        a { color: var(--link); text-underline-offset: .2em }
        h1, h2, h3, p, figure, ul { margin: 0; padding: 0 }
        h1 { font-size: 1.3rem } h2 { font-size: 1.15rem } h3, caption { font-size: .8rem; font-weight: 600; color: var(--faint) }
        h2 a { color: inherit; text-decoration: none } h2 a:hover { text-decoration: underline } small { color: var(--faint) }
        ul { list-style: none }
        .status { font: 600 .8em ui-monospace, monospace; padding: .1em .5em; border-radius: .3em; color: #fff; background: #475063 }

        header { padding: 1.25rem 1.5rem; background: var(--panel); border-bottom: 1px solid var(--line) }
        header p { color: var(--faint) }
        nav ul { display: flex; flex-wrap: wrap; gap: .35rem 1.25rem; margin-top: .75rem }
        nav a { margin-left: .35rem } nav .troubled::after { content: " \2022"; color: var(--bad) }

        main { padding: 1.5rem; display: grid; gap: 1.5rem; grid-template-columns: minmax(0, 1fr) }
        section { background: var(--panel); border: 1px solid var(--line); border-radius: .6rem; padding: 1.25rem;
            content-visibility: auto; contain-intrinsic-size: auto 1100px }
        section:target { border-color: var(--link) }
        .facts { display: flex; flex-wrap: wrap; gap: 1rem 2.5rem; margin: .75rem 0 1rem; align-items: start }
        .sizes { border-spacing: 0; font-variant-numeric: tabular-nums } caption { text-align: left }
        .sizes th { font-weight: 400; text-align: left; padding-right: 1.5rem; overflow-wrap: anywhere }
        .sizes td { text-align: right }
        .limits { flex: 1 1 22rem }
        .limits > div { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(24rem, 100%), 1fr));
            gap: 0 2rem }
        .limit { display: flex; flex-wrap: wrap; justify-content: space-between; column-gap: 1rem;
            font-variant-numeric: tabular-nums }
        .limit span + span { color: var(--faint); font-size: .9em } .limit.over span + span { color: var(--bad) }
        .bar { flex: 0 0 100%; height: .35rem; border-radius: 1rem; background: var(--line); overflow: hidden; margin-bottom: .4rem }
        .bar i { display: block; height: 100%; background: var(--good) } .over .bar i { background: var(--bad) }
        .findings { flex: 1 1 100%; max-width: 70rem }
        .findings li { overflow-wrap: anywhere; margin-top: .25rem }
        .findings b { color: light-dark(#8a5a00, #e5b567) } .findings .error b { color: var(--bad) } .findings code { color: var(--faint) }
        .fine { flex: 1 1 100%; color: var(--good) }

        .frames { display: flex; gap: 1.25rem; overflow-x: auto; padding: 1rem; border-radius: .4rem; margin-top: .75rem }
        .frames.light { color-scheme: light; background: #e3e7ee } .frames.dark { color-scheme: dark; background: #0a0b0e }
        figure > div { width: calc(var(--w) * var(--s) * 1px); height: calc(var(--h) * var(--s) * 1px); overflow: hidden;
            border-radius: .3rem; background: Canvas; outline: 1px solid light-dark(#0003, #fff3) }
        iframe { width: calc(var(--w) * 1px); height: calc(var(--h) * 1px); border: 0;
            transform: scale(var(--s)); transform-origin: 0 0 }
        figcaption { font-size: .8rem; margin-top: .35rem } figcaption a { color: light-dark(#3d4553, #b4bcc9) }
        @media (width < 40rem) { main { padding: .75rem } section { padding: .75rem } header { padding: .75rem } }

        """;
}
