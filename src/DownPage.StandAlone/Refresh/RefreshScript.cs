using System.Globalization;
using AngleSharp.Dom;

namespace DownPage.StandAlone.Refresh;

/// <summary>
/// A page that looks now and then whether the site is back, and then shows the address that the visitor asked for. It
/// looks with a request for that address' head, only while somebody can see the page, and less often the longer it
/// takes; each page in its own rhythm, so that the site is not met by all of them at once.
/// </summary>
internal static class RefreshScript
{
    private const int LongestPause = 300_000;

    // An address with a fragment is only scrolled to when it differs from the page's own in nothing else: a "?" or "&" at
    // its end makes the browser get it. Getting it, never loading again: that could send a form twice.
    // Any answer below 500 is the site's own; a redirect is seen as 0.
    private const string Text =
        """
        (()=>{let l=location,d=document,p=PAUSE,t,b,w=()=>{t=setTimeout(c,p*(.8+Math.random()*.4))},
        c=()=>{clearTimeout(t);if(b||d.hidden)return;b=1;
        fetch(l.href,{method:"HEAD",cache:"no-store",redirect:"manual",credentials:"same-origin"}).then(r=>{
        let u=l.href.split("#")[0],h=l.hash;r.status<500&&l.replace(h?u+(/\?/.test(u)?"&":"?")+h:u)}).catch(()=>{}).then(()=>{
        b=0;p=Math.min(p*1.5,LONGEST);w()})};
        /^http/.test(l.protocol)&&(d.addEventListener("visibilitychange",c),w())})()
        """;

    /// <summary>Puts the script at the end of the page, and into its head what stands in for it.</summary>
    /// <returns>The script's element.</returns>
    public static IElement AddTo(IDocument document, int seconds)
    {
        var script = document.CreateElement("script");
        script.TextContent = Of(seconds);
        document.Body?.Append(script);

        if (document.QuerySelector("meta[http-equiv='refresh' i]") is null)
        {
            var refresh = document.CreateElement("meta");
            refresh.SetAttribute("http-equiv", "refresh");
            refresh.SetAttribute("content", seconds.ToString(CultureInfo.InvariantCulture));
            var withoutScripts = document.CreateElement("noscript");
            withoutScripts.Append(refresh);
            document.Head?.Append(withoutScripts);
        }

        return script;
    }

    private static string Of(int seconds)
    {
        var pause = seconds * 1_000L;
        return Text.ReplaceLineEndings("")
            .Replace("PAUSE", Number(pause), StringComparison.Ordinal)
            .Replace("LONGEST", Number(Math.Max(pause, LongestPause)), StringComparison.Ordinal);
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
