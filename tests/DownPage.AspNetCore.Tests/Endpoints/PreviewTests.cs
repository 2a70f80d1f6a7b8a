using System.Net;

namespace DownPage.AspNetCore.Tests.Endpoints;

/// <summary>What visitors see, shown to operators.</summary>
[TestClass]
public sealed class PreviewTests
{
    public required TestContext TestContext { get; init; }

    [TestMethod]
    public async Task Preview_OfASiteThatIsDown_IsThePageOfVisitors()
    {
        await using var site = await OperatorSite.StartAsync();
        await site.AskAsync("PUT", json: """{"message":"Back at <b>six</b>.","refresh":30}""");
        using var visitor = new HttpRequestMessage(HttpMethod.Get, "/shop");
        visitor.Headers.TryAddWithoutValidation("Accept", "text/html");
        using var page = await site.Client.SendAsync(visitor, TestContext.CancellationToken);

        var preview = await site.AskAsync("GET", "/preview");

        Assert.AreEqual(HttpStatusCode.ServiceUnavailable, page.StatusCode);
        Assert.AreEqual(HttpStatusCode.OK, preview.Status);
        Assert.AreEqual("text/html", preview.ContentType);
        Assert.AreEqual(await page.Content.ReadAsStringAsync(TestContext.CancellationToken), preview.Text);
        Assert.Contains("Back at &lt;b&gt;six", preview.Text);
        Assert.StartsWith("sandbox;", preview.Headers["Content-Security-Policy"]);
        Assert.DoesNotContain("allow-scripts", preview.Headers["Content-Security-Policy"]);
        Assert.DoesNotContain("Refresh", preview.Headers.Keys);
        Assert.DoesNotContain("Retry-After", preview.Headers.Keys);
    }

    [TestMethod]
    public async Task Preview_OfASiteThatIsUp_IsWhatVisitorsWouldSeeAndChangesNothing()
    {
        await using var site = await OperatorSite.StartAsync(options => options.Message = "Of the options.");

        var preview = await site.AskAsync("GET", "/preview");

        Assert.AreEqual(HttpStatusCode.OK, preview.Status);
        Assert.Contains("Of the options.", preview.Text);
        Assert.IsFalse(site.Maintenance.Current.IsDown);
        Assert.IsFalse(File.Exists(site.DownFile));
        Assert.AreEqual("shop", await site.Client.GetStringAsync("/shop", TestContext.CancellationToken));
    }

    [TestMethod]
    public async Task Preview_WhereVisitorsAreSentElsewhere_SaysSo()
    {
        await using var site = await OperatorSite.StartAsync();
        await site.AskAsync("PUT", json: """{"redirectTo":"https://status.example.org/?a=1&b='"}""");

        var preview = await site.AskAsync("GET", "/preview");

        Assert.AreEqual(HttpStatusCode.OK, preview.Status);
        Assert.DoesNotContain("Location", preview.Headers.Keys);
        Assert.Contains("https://status.example.org/?a=1&amp;b=&#x27;", preview.Text);
    }
}
