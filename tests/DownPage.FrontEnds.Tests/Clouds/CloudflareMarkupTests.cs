using DownPage.FrontEnds.Clouds;

namespace DownPage.FrontEnds.Tests.Clouds;

/// <summary>Text is put into a page where it belongs, and nothing else of the page changes.</summary>
[TestClass]
public sealed class CloudflareMarkupTests
{
    private const string Box = "<div class=\"cloudflare-box\">T</div>";

    [TestMethod]
    [DataRow(
        "<html><head></head><body>x</body></html>",
        $"<html><head></head><body>x{Box}</body></html>",
        DisplayName = "before the body's end")]
    [DataRow(
        "<html><head></head><BODY>x</BODY\n></html>",
        $"<html><head></head><BODY>x{Box}</BODY\n></html>",
        DisplayName = "capitals")]
    [DataRow(
        "<html><head></head><body>x</html>",
        $"<html><head></head><body>x{Box}</html>",
        DisplayName = "before the document's end")]
    [DataRow("<head></head><p>x", $"<head></head><p>x{Box}", DisplayName = "at the end")]
    [DataRow(
        "<head></head><body>x</body><!-- </body> -->",
        $"<head></head><body>x{Box}</body><!-- </body> -->",
        DisplayName = "not in a comment")]
    [DataRow(
        "<head></head><body>x</body><!-- ",
        $"<head></head><body>x{Box}</body><!-- ",
        DisplayName = "nor in one without end")]
    [DataRow(
        "<head></head><body>x<script>'</body>'</script>",
        $"<head></head><body>x<script>'</body>'</script>{Box}",
        DisplayName = "nor in a script")]
    [DataRow(
        "<head></head><body>x<a title='</body>'>y</a>",
        $"<head></head><body>x<a title='</body>'>y</a>{Box}",
        DisplayName = "nor in a value")]
    [DataRow(
        "<head></head><p data-cloudflare-box></p></body>",
        "<head></head><p data-cloudflare-box>T</p></body>",
        DisplayName = "where it is marked")]
    [DataRow(
        "<head></head><p class=\"a>b\" data-cloudflare-box=\"\"></p>",
        "<head></head><p class=\"a>b\" data-cloudflare-box=\"\">T</p>",
        DisplayName = "with a value")]
    [DataRow(
        "<head></head><p data-cloudflare-boxes></p></body>",
        $"<head></head><p data-cloudflare-boxes></p>{Box}</body>",
        DisplayName = "not where something else is")]
    [DataRow("<head></head><p>T</p></body>", "<head></head><p>T</p></body>", DisplayName = "not where it is already")]
    [DataRow(
        "<head></head><body>5 < 6 </body>",
        $"<head></head><body>5 < 6 {Box}</body>",
        DisplayName = "a bracket is no tag")]
    public void Fit_Token_StandsInTheBody(string page, string expected)
        => Assert.AreEqual(expected, CloudflareMarkup.Fit(page, "T"));

    [TestMethod]
    [DataRow(
        "<!DOCTYPE html><title>x</title><p>T",
        "<!DOCTYPE html><head></head><title>x</title><p>T",
        DisplayName = "none")]
    [DataRow(
        "<!DOCTYPE html><html lang=en><title>x</title>T",
        "<!DOCTYPE html><html lang=en><head></head><title>x</title>T",
        DisplayName = "none, in a document")]
    [DataRow(
        "<html><head><title>x</title><body>T",
        "<html><head><title>x</title></head><body>T",
        DisplayName = "no end")]
    [DataRow("<html><header>T</header>", "<html><head></head><header>T</header>", DisplayName = "a header is no head")]
    public void Fit_PageWithoutHead_HasOne(string page, string expected)
        => Assert.AreEqual(expected, CloudflareMarkup.Fit(page, "T"));

    [TestMethod]
    [DataRow(
        "<head><meta name=\"referrer\" content=\"no-referrer\"><meta charset=utf-8></head>T",
        "<head><meta charset=utf-8></head>T",
        DisplayName = "quoted")]
    [DataRow("<head><META content=origin NAME=Referrer></head>T", "<head></head>T", DisplayName = "bare")]
    [DataRow(
        "<head><meta name=robots content=referrer></head>T",
        "<head><meta name=robots content=referrer></head>T",
        DisplayName = "another")]
    [DataRow(
        "<head></head><p>&lt;meta name=referrer> T",
        "<head></head><p>&lt;meta name=referrer> T",
        DisplayName = "text")]
    public void Fit_Referrer_IsNotSaid(string page, string expected)
        => Assert.AreEqual(expected, CloudflareMarkup.Fit(page, "T"));
}
