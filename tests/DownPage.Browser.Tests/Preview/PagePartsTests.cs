using System.Text;
using DownPage.StandAlone.Preview;

namespace DownPage.Browser.Tests.Preview;

/// <summary>What a page consists of.</summary>
[TestClass]
public sealed class PagePartsTests
{
    [TestMethod]
    [DataRow("<p>é</p>", "markup 9")]
    [DataRow("<style>a{}</style><p><STYLE x>b{}</STYLE>", "styles 38, markup 3")]
    [DataRow("<script>1</script>", "scripts 18, markup 0")]
    [DataRow("<img src=\"data:image/svg+xml,<svg x='1'/>\">", "data: image/svg+xml 31, markup 12")]
    [DataRow("<img src=data:image/png;base64,AA==><img src=data:image/png;base64,BB==>", "data: image/png 52, markup 20")]
    [DataRow("<style>a{src:url(data:font/woff2;base64,AA)}</style>", "styles 27, data: font/woff2 25, markup 0")]
    public void Parts_OfAPage_AreAllOfIt(string page, string expected)
    {
        var parts = PageParts.Of(Encoding.UTF8.GetBytes(page));

        Assert.AreSequenceEqual(
            expected.Split(", ").Order(), parts.Select(part => $"{part.Name} {part.Bytes}").Order());
        Assert.AreEqual(Encoding.UTF8.GetByteCount(page), parts.Sum(part => part.Bytes));
    }
}
