namespace DownPage.Compare;

/// <summary>A site of <c>testassets/</c> and the pages of it that are compared.</summary>
/// <param name="Asset">The folder below <c>testassets</c>.</param>
/// <param name="Pages">The pages: file below <c>_downpage</c>, path that the app answers, title in the table.</param>
internal sealed record ComparedSite(string Asset, params (string File, string Path, string Title)[] Pages)
{
    // A page of the template's layout and a few lines of text: MvcSite's own also shows a picture.
    private const string PlainView =
        """
        @{
            ViewData["Title"] = "Back soon";
        }

        <div class="text-center">
            <h1 class="display-4">Back soon</h1>
            <p>The shop is being updated. Your basket is safe; please come back in a few minutes.</p>
        </div>
        """;

    private const string PlainController =
        """
        using Microsoft.AspNetCore.Mvc;

        public sealed class PlainController : Controller
        {
            [Route("/plain")]
            public IActionResult Show() => View("~/Views/Errors/Plain.cshtml");
        }
        """;

    public static IReadOnlyList<ComparedSite> All { get; } =
    [
        new(
            "MvcSite",
            ("Plain.html", "/plain", "`dotnet new mvc`, text"),
            ("502.html", "/errors/502", "`dotnet new mvc`, text and a picture"))
        {
            Files =
            [
                ("Views/Errors/Plain.cshtml", PlainView),
                ("Controllers/PlainController.cs", PlainController),
            ],
            Item = """<DownPage Include="Views/Errors/Plain.cshtml" StatusCode="503" />""",
        },
        new(
            "FrameworkSite",
            ("Bootstrap.html", "/down/Bootstrap", "Bootstrap 5, icon font, script"),
            ("Bulma.html", "/down/Bulma", "Bulma 1"),
            ("Pico.html", "/down/Pico", "Pico 2"),
            ("Tailwind2.html", "/down/Tailwind2", "Tailwind 2, the prebuilt sheet"),
            ("Tailwind4.html", "/down/Tailwind4", "Tailwind 4, built for the site"))
        {
            FetchesPackages = true,
        },
        new(
            "ModernSite",
            ("Styles.html", "/down/Styles", "Hand-written: layers, nesting, containers, `:has`"),
            ("Images.html", "/down/Images", "Pictures in every place"),
            ("Fonts.html", "/down/Fonts", "Variable fonts, many scripts"))
        {
            FetchesPackages = true,
            DrawsPictures = true,
        },
    ];

    /// <summary>Files that the copy of the site gets before it is published.</summary>
    public IReadOnlyList<(string Path, string Text)> Files { get; init; } = [];

    /// <summary>An item that the project gets.</summary>
    public string? Item { get; init; }

    /// <summary>Whether style sheets and fonts come from the site's <c>package.json</c>.</summary>
    public bool FetchesPackages { get; init; }

    /// <summary>Whether the site needs pictures that the repository does not hold.</summary>
    public bool DrawsPictures { get; init; }
}
