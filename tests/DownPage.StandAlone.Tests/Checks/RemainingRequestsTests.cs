using DownPage.StandAlone.Checks;
using DownPage.StandAlone.Tests.Markup;

namespace DownPage.StandAlone.Tests.Checks;

[TestClass]
public sealed class RemainingRequestsTests
{
    [TestMethod]
    [DataRow("<img src=/a.png>", "img src /a.png")]
    [DataRow("<img srcset='/a.png 1x, /b,c.png 2x,/d.png'>", "img srcset /a.png|img srcset /b,c.png|img srcset /d.png")]
    [DataRow("<img srcset='/a.png, /b.png'>", "img srcset /a.png|img srcset /b.png")]
    [DataRow("<picture><source srcset='/a.avif 100w'><img src=/a.png></picture>", "source srcset /a.avif|img src /a.png")]
    [DataRow("<video poster=/a.jpg src=/b.mp4><source src=/c.mp4><track src=/d.vtt></video>",
        "video poster /a.jpg|video src /b.mp4|source src /c.mp4|track src /d.vtt")]
    [DataRow("<audio src=/a.mp3></audio>", "audio src /a.mp3")]
    [DataRow("<embed src=/a.pdf><object data=/b.pdf></object>", "embed src /a.pdf|object data /b.pdf")]
    [DataRow("<iframe src=/a></iframe>", "iframe src /a")]
    [DataRow("<iframe srcdoc='<img src=/a.png>' src=/b></iframe>", "iframe srcdoc /a.png")]
    [DataRow("<script src=/a.js></script>", "script src /a.js")]
    [DataRow("<input type=Image src=/a.png><input type=text src=/b.png>", "input src /a.png")]
    [DataRow("<table background=/a.png><tr><td background=/b.png></table><p background=/c.png>",
        "table background /a.png|td background /b.png")]
    [DataRow("<svg><image href=/a.png /><use xlink:href='/b.svg#x'/><use href=#y /><feImage href=/c.png /></svg>",
        "image href /a.png|use href /b.svg#x|feImage href /c.png")]
    [DataRow("<svg><path fill='url(#a)' mask='url(/b.svg#m)'/></svg>", "path mask /b.svg#m")]
    [DataRow("<p style='background: url(/a.png)'>", "p style /a.png")]
    [DataRow("<style>a { background: url(\"/a.png\") }</style>", "style  /a.png")]
    [DataRow("<link rel='alternate stylesheet' href=/a.css><link rel=canonical href=/b>", "link href /a.css")]
    [DataRow("<link rel=preload as=image imagesrcset='/a.png 1x' href=/b.png>", "link imagesrcset /a.png|link href /b.png")]
    [DataRow("<link rel=manifest href=/a.json><link rel='shortcut icon' href=/b.ico>", "link href /a.json|link href /b.ico")]
    [DataRow("<link rel=preconnect href=https://fonts.example>", "link href https://fonts.example")]
    [DataRow("<meta http-equiv=Refresh content='5; url=/a'><meta http-equiv=refresh content=30>", "meta content /a")]
    [DataRow("<template><img src=/a.png></template><noscript><img src=/b.png></noscript>", "img src /b.png")]
    [DataRow("<div><template shadowrootmode=open><img src=/a.png></template></div>", "img src /a.png")]
    [DataRow("<img src=data:,><img src=' '><img src=#a><iframe src=about:blank></iframe><a href=/x>x</a>", "")]
    public void Document_WithWhatIsLoaded_NamesIt(string markup, string expected)
    {
        var requests = RemainingRequests.Find(Html.Parse("<!doctype html><body>" + markup));

        Assert.AreEqual(expected, string.Join('|', requests
            .Select(request => $"{request.Element.LocalName} {request.Attribute} {request.Url}")));
    }
}
