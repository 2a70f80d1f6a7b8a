namespace DownPage.FrontEnds.Tests.Clouds;

[TestClass]
public sealed class CloudflareTests
{
    [TestMethod]
    [DataRow(false, "http.response.code in {502 504 520 521 522 523 524 525 526 530}")]
    [DataRow(true, "http.response.code in {503 502 504 520 521 522 523 524 525 526 530}")]
    public void Write_Rule_IsForCloudflaresErrorsAndTheApps503WhereAskedFor(bool intercept, string expression)
    {
        var options = new FrontEndOptions { Servers = ["cloudflare"], Intercept = intercept };

        var rule = CloudSite.Json("cloudflare", "cloudflare/rule.json", options: options);

        Assert.AreEqual(expression, (string)rule["expression"]!);
        Assert.AreEqual("serve_error", (string)rule["action"]!);
        Assert.AreEqual("text/html", (string)rule["action_parameters"]!["content_type"]!);
        Assert.AreEqual(502, (int)rule["action_parameters"]!["status_code"]!);
        Assert.IsTrue((bool)rule["enabled"]!);
    }

    [TestMethod]
    public void Write_Rule_CarriesThePageInAscii()
    {
        var text = CloudSite.Files("cloudflare")["cloudflare/rule.json"];
        var rule = CloudSite.Json("cloudflare", "cloudflare/rule.json");

        Assert.AreEqual(CloudSite.Page, (string)rule["action_parameters"]!["content"]!);
        Assert.IsTrue(text.All(char.IsAscii));
        Assert.Contains("zur\\u00fcck", text);
    }

    [TestMethod]
    public void Write_Pages_HaveTheirOwnToken()
    {
        var files = CloudSite.Files("cloudflare-pages");

        Assert.AreEqual(
            "cloudflare-pages/1000s.html, cloudflare-pages/500s.html",
            string.Join(", ", files.Keys.Order()));
        Assert.Contains("::CLOUDFLARE_ERROR_500S_BOX::</div></body>", files["cloudflare-pages/500s.html"]);
        Assert.Contains("::CLOUDFLARE_ERROR_1000S_BOX::</div></body>", files["cloudflare-pages/1000s.html"]);
        Assert.DoesNotContain("1000S", files["cloudflare-pages/500s.html"]);
    }

    [TestMethod]
    public void Write_PageThatIsTooLargeWithItsToken_IsRefused()
    {
        var refused = CloudSite.Refused("cloudflare-pages", CloudSite.With(CloudSite.Sized(1_500_000 - 20)));

        Assert.AreEqual("DP0709", refused.Code);
        Assert.Contains("takes 1,500,000.", refused.Message);
    }
}
