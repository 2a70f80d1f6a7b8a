namespace DownPage.Docs.Tests;

[TestClass]
public sealed class LinksTests
{
    public static IEnumerable<object[]> AllDocuments => Repository.Documents.Select(file => new object[] { file });

    [TestMethod]
    [DynamicData(nameof(AllDocuments))]
    public void Links_OfADocument_Resolve(string document)
    {
        foreach (var link in Markdown.Links(Repository.Read(document)))
        {
            if (link.Contains("://", StringComparison.Ordinal))
                continue;

            var parts = link.Split('#', 2);
            var target = parts[0].Length == 0 ? document : Combine(document, parts[0]);
            Assert.IsTrue(Repository.Exists(target), $"{document} links to {link}: no such file.");
            if (parts.Length == 2)
            {
                Assert.Contains(
                    parts[1], Markdown.Headings(Repository.Read(target)).Select(Markdown.Anchor), $"{document} links to {link}");
            }
        }
    }

    private static string Combine(string document, string link)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, document))!;
        return Path.GetRelativePath(Repository.Root, Path.Combine(folder, link));
    }
}
