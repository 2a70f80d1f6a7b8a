using System.Text.RegularExpressions;
using DownPage.Testing;

namespace DownPage.Packages.Tests.Publishing;

/// <summary>A publish whose pages take their time says how far it is.</summary>
[TestClass]
public sealed partial class ProgressTests(TestContext testContext)
{
    [TestMethod]
    [Timeout(300_000, CooperativeCancellation = true)]
    public async Task LongPublish_SaysHowManyPagesAreRendered()
    {
        using TestSite site = await TestSite.CreateAsync("SmallSite", testContext.CancellationToken);
        site.WriteFile("Views/Errors/503.cshtml", "@{ await Task.Delay(1600); }\n<h1>Back soon</h1>\n");

        PublishedSite published = await site.PublishAsync(testContext.CancellationToken, "-p:DownPageCultures=en%3Bde%3Bfr");

        published.Result.EnsureSuccess();
        Assert.ContainsSingle(published.Result.Lines.Where(line => Progress().IsMatch(line)), published.Result.ToString());
    }

    [GeneratedRegex(@"^ *\d of 6 down pages rendered$")]
    private static partial Regex Progress();
}
