using DownPage.StandAlone.Markup;

namespace DownPage.StandAlone.Tests.Markup;

[TestClass]
public sealed class RoundTripTests
{
    public static IEnumerable<object[]> Documents => AwkwardDocuments.All.Select(document => new object[] { document });

    [TestMethod]
    [DynamicData(nameof(Documents))]
    public void Document_Written_IsParsedIntoTheSameTree(string markup)
    {
        var document = Html.Parse(markup);

        var written = HtmlWriter.Write(document, minify: false);

        Assert.AreEqual(TreeText.Of(document, asSeen: false), TreeText.Of(Html.Parse(written), asSeen: false), written);
    }

    [TestMethod]
    [DynamicData(nameof(Documents))]
    public void Document_WrittenMinified_IsParsedIntoWhatIsSeenOfTheTree(string markup)
    {
        var document = Html.Parse(markup);

        var written = HtmlWriter.Write(document, minify: true);

        Assert.AreEqual(TreeText.Of(document, asSeen: true), TreeText.Of(Html.Parse(written), asSeen: true), written);
    }

    [TestMethod]
    [DynamicData(nameof(Documents))]
    public void Document_MinifiedTwice_IsMinifiedOnce(string markup)
    {
        var once = HtmlWriter.Write(Html.Parse(markup), minify: true);

        Assert.AreEqual(once, HtmlWriter.Write(Html.Parse(once), minify: true));
    }

    [TestMethod]
    public void Documents_MadeAtRandom_AreParsedIntoTheSameTrees()
    {
        for (var seed = 0; seed < 2_000; seed++)
        {
            var markup = new GeneratedDocument(seed).Markup();
            var document = Html.Parse(markup);
            foreach (var minify in new[] { false, true })
            {
                var written = HtmlWriter.Write(document, minify);
                Assert.AreEqual(
                    TreeText.Of(document, minify), TreeText.Of(Html.Parse(written), minify), $"{seed}: {markup}\n{written}");
            }
        }
    }
}
