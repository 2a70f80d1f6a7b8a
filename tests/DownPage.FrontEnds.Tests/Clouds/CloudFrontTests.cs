namespace DownPage.FrontEnds.Tests.Clouds;

[TestClass]
public sealed class CloudFrontTests
{
    [TestMethod]
    public void Write_Responses_KeepTheirStatusAndLeadToThePages()
    {
        var files = CloudSite.Files("cloudfront");
        var responses = CloudSite.Json("cloudfront", "cloudfront/custom-error-responses.json");

        var items = responses["Items"]!.AsArray();
        Assert.AreEqual(items.Count, (int)responses["Quantity"]!);
        CollectionAssert.AreEqual(new[] { 502, 503, 504 }, items.Select(item => (int)item!["ErrorCode"]!).ToArray());
        foreach (var item in items)
        {
            var code = (int)item!["ErrorCode"]!;
            Assert.AreEqual($"{code}", (string)item["ResponseCode"]!);
            Assert.AreEqual($"/_downpage/pages/{code}.html", (string)item["ResponsePagePath"]!);
            Assert.IsInRange(0, 5, (int)item["ErrorCachingMinTTL"]!);
            Assert.AreEqual(CloudSite.Page, files[$"cloudfront/pages/{code}.html"]);
        }
    }

    [TestMethod]
    public void Write_OtherPrefix_IsThatOfThePages()
    {
        var options = new FrontEndOptions { Servers = ["cloudfront"], Prefix = "/errors/_down" };

        var responses = CloudSite.Json("cloudfront", "cloudfront/custom-error-responses.json", options: options);

        Assert.AreEqual("/errors/_down/pages/502.html", (string)responses["Items"]![0]!["ResponsePagePath"]!);
    }
}
