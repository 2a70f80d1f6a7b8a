using System.ComponentModel;
using System.Diagnostics;
using DownPage.StandAlone.Refresh;
using DownPage.StandAlone.Tests.Markup;

namespace DownPage.StandAlone.Tests.Refresh;

/// <summary>
/// The script in a JavaScript engine, with a page and a site that are told what to do: <c>answer(status)</c>,
/// <c>fail()</c>, <c>hide()</c>, <c>show()</c>, <c>tick()</c> (the pause is over). What happened is a line each.
/// </summary>
internal static class ScriptRun
{
    private const string Stage =
        """
        const log = [], steps = [], listeners = [];
        let timer = null, pending = null;
        Math.random = () => 0.5;
        const { hash, protocol } = new URL(HREF);
        globalThis.location = { href: HREF, hash, protocol, replace: u => log.push('get ' + u) };
        const listen = (name, f) => { if (name === 'visibilitychange') listeners.push(f) };
        globalThis.document = { hidden: false, addEventListener: listen };
        globalThis.setTimeout = (f, ms) => { timer = f; log.push('wait ' + Math.round(ms)); return 1 };
        globalThis.clearTimeout = () => { timer = null };
        globalThis.fetch = (url, o) => new Promise((resolve, reject) => {
          log.push(['ask', url, o.method, o.cache, o.redirect, o.credentials].join(' ')); pending = { resolve, reject } });
        const settle = async f => { if (!pending) { log.push('nobody asked'); return } const p = pending; pending = null; f(p);
          for (let i = 0; i < 10; i++) await Promise.resolve() };
        const answer = status => settle(p => p.resolve({ status })), fail = () => settle(p => p.reject(new TypeError()));
        const show = () => { document.hidden = false; listeners.forEach(f => f()) };
        const hide = () => { document.hidden = true; listeners.forEach(f => f()) };
        const tick = () => { const f = timer; timer = null; if (f) f(); else log.push('no timer') };
        (async () => { const before = Object.keys(globalThis).length; SCRIPT
        ; if (Object.keys(globalThis).length !== before) log.push('globals'); STEPS
        ; process.stdout.write(log.join('\n')) })();
        """;

    public static string[] Run(string address, string steps)
    {
        var script = RefreshScript.AddTo(Html.Parse(""), 30).TextContent;
        var program = Stage
            .Replace("HREF", $"'{address}'", StringComparison.Ordinal)
            .Replace("SCRIPT", script, StringComparison.Ordinal)
            .Replace("STEPS", steps, StringComparison.Ordinal);
        using var node = Start();
        node.StandardInput.Write(program);
        node.StandardInput.Close();
        var errors = node.StandardError.ReadToEndAsync();
        var output = node.StandardOutput.ReadToEnd();
        node.WaitForExit();
        Assert.AreEqual("", errors.Result);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static Process Start()
    {
        try
        {
            return Process.Start(new ProcessStartInfo("node", "-")
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        }
        catch (Win32Exception)
        {
            throw new AssertInconclusiveException("Node.js is not on this machine.");
        }
    }
}
