using DownPage.Renderer.Rendering;
using DownPage.RenderProtocol;
using Microsoft.AspNetCore.Http.Features;

namespace DownPage.Renderer.Tests.Rendering;

[TestClass]
public sealed class InMemoryRequestTests
{
    [TestMethod]
    [DataRow("/error?code=502&x=a%20b", "/error", "?code=502&x=a%20b")]
    [DataRow("/f%C3%BCr-alle", "/für-alle", "", DisplayName = "escaped")]
    [DataRow("/", "/", "")]
    public void Create_Target_IsPathAndQuery(string target, string path, string query)
    {
        var request = Create(new RenderRequest { BaseUrl = "https://shop.example" }, target);

        Assert.AreEqual("GET", request.Method);
        Assert.AreEqual("https", request.Scheme);
        Assert.AreEqual("", request.PathBase);
        Assert.AreEqual(path, request.Path);
        Assert.AreEqual(query, request.QueryString);
        Assert.AreEqual(target, request.RawTarget);
    }

    [TestMethod]
    [DataRow("https://shop.example", "", "shop.example", "")]
    [DataRow("https://shop.example:443/", "", "shop.example", "", DisplayName = "the scheme's own port")]
    [DataRow("http://localhost:8080", "", "localhost:8080", "")]
    [DataRow("https://shop.example/shop/", "", "shop.example", "/shop", DisplayName = "a path in the base URL")]
    [DataRow("https://shop.example/shop", "/other", "shop.example", "/other", DisplayName = "DownPagePathBase beats it")]
    public void Create_BaseUrl_IsHostAndPathBase(string baseUrl, string given, string host, string pathBase)
    {
        var request = Create(new RenderRequest { BaseUrl = baseUrl, PathBase = given }, "/502.html");

        Assert.AreEqual(host, request.Headers.Host.ToString());
        Assert.AreEqual(pathBase, request.PathBase);
        Assert.AreEqual(pathBase + "/502.html", request.RawTarget);
    }

    [TestMethod]
    [DataRow(null, "")]
    [DataRow("de", "de")]
    public void Create_Culture_IsTheVisitorsLanguage(string? culture, string expected)
    {
        var request = Create(
            new RenderRequest { BaseUrl = "https://shop.example" }, "/", new RenderPage { Culture = culture });

        Assert.AreEqual(expected, request.Headers.AcceptLanguage.ToString());
        Assert.IsEmpty(request.Headers.Cookie);
    }

    [TestMethod]
    public void Create_TraceIdentifier_IsTheSameInEveryPublish()
    {
        using var body = new MemoryStream();
        var features = new InMemoryRequest(new RenderRequest { BaseUrl = "https://shop.example" }, default)
            .Create("/", new RenderPage(), new InMemoryResponse(body));

        Assert.AreEqual("downpage", features.GetRequiredFeature<IHttpRequestIdentifierFeature>().TraceIdentifier);
    }

    private static IHttpRequestFeature Create(RenderRequest request, string target, RenderPage? page = null)
    {
        using var body = new MemoryStream();
        return new InMemoryRequest(request, default)
            .Create(target, page ?? new RenderPage(), new InMemoryResponse(body))
            .GetRequiredFeature<IHttpRequestFeature>();
    }
}
