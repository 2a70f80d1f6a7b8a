namespace DownPage.Browser.Tests.Sites;

/// <summary>The sites of <c>testassets/</c> that have pages.</summary>
internal static class SiteCases
{
    // For sites whose app does not answer its own down pages.
    private const string ErrorsController =
        """
        using System.Globalization;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.WebUtilities;

        public sealed class LiveErrorsController : Controller
        {
            [Route("/live/{code:int}")]
            public IActionResult Show(int code)
            {
                ViewData["StatusCode"] = code;
                ViewData["ReasonPhrase"] = ReasonPhrases.GetReasonPhrase(code);
                ViewData["Culture"] = CultureInfo.CurrentUICulture;
                foreach (var (name, value) in Request.Query)
                    ViewData[name] = value.ToString();
                Response.StatusCode = code;
                return View($"/Views/Errors/{code}.cshtml");
            }
        }
        """;

    private static readonly ComparedPage BadGateway = new("502.html", "/errors/502");

    public static IReadOnlyList<SiteCase> All { get; } =
    [
        new("MvcSite", BadGateway),
        new("RazorPagesSite", BadGateway, new("503.html", "/down?phone=%2B49%2030%20503")),
        new("BlazorSite", new("404.html", "/not-found"), new("503.html", "/down")),
        new("IdentitySite", BadGateway),
        new("SharedLayoutSite", BadGateway, new("503.html", "/errors/503")),
        new(
            "LocalizedSite",
            new("503.html", "/errors/503"),
            new("503.de.html", "/errors/503", "de"),
            new("503.ar.html", "/errors/503", "ar")),
        new(
            "RoutedSite",
            new("500.html", "/errors/index/500"), new("502.html", "/errors/index/502"), new("504.html", "/shop/errors"))
        {
            OutsideRequests = ["GET https://cdn.example/lamps.css"],
        },
        new("PathBaseSite", new ComparedPage("502.html", "/shop/errors/502"))
        {
            PublicAddress = new("https://shop.example/"),
        },
        new("EncoderSite", BadGateway),
        new("MinimalApiSite", BadGateway) { Environment = Variable("RENDER_LIVE", "1") },
        new("Net8Site", BadGateway) { Environment = Variable("DOTNET_ROLL_FORWARD", "Major") },
        new(
            "SmallSite",
            new("502.html", "/live/502"), new("503.html", "/live/503?Reason=We%20are%20moving%20house."))
        {
            Files = [("Controllers/LiveErrorsController.cs", ErrorsController)],
        },
        new("StartupSite", new ComparedPage("502.html", "/Home/Down")),
        new("AwkwardSite", new ComparedPage("502.html", "/answers/page")),
        new("FrameworkSite", Views("Bootstrap", "Bulma", "Inter", "Pico", "Tailwind2", "Tailwind4"))
        {
            FetchAsync = FetchedAssets.FetchPackagesAsync,
        },
        new("ModernSite", Views("Fonts", "Images", "Scripted", "Styles", "Text"))
        {
            FetchAsync = FetchedAssets.FetchPackagesAndDrawAsync,
        },
    ];

    private static ComparedPage[] Views(params string[] names) =>
        [.. names.Select(name => new ComparedPage($"{name}.html", $"/down/{name}"))];

    private static Dictionary<string, string> Variable(string name, string value) => new() { [name] = value };
}
