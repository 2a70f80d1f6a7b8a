using Microsoft.Playwright;

namespace DownPage.Browser.Tests.Operators;

/// <summary>A published site with the endpoint for operators, running with a content root of its own.</summary>
internal sealed class OperatorSite(RunningSite running, TempFolder root) : IAsyncDisposable
{
    private readonly List<string> complaints = [];
    private IBrowserContext? context;

    /// <summary>What the browser said is wrong: errors of the console, what a policy forbade.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    /// <param name="published">The site.</param>
    /// <param name="downFile">What its down file says. Null: there is none.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<OperatorSite> StartAsync(
        PublishedSite published, string? downFile, CancellationToken cancellationToken)
    {
        var root = new TempFolder();
        if (downFile is not null)
            await File.WriteAllTextAsync(root.PathOf("maintenance.json"), downFile, cancellationToken);
        var environment = new Dictionary<string, string>
        {
            ["WithOperators"] = "true",
            ["MaintenanceMode__DownFile"] = root.PathOf("maintenance.json"),
        };
        return new OperatorSite(await RunningSite.StartAsync(published, environment, cancellationToken), root);
    }

    /// <summary>Opens the operators' page.</summary>
    public async Task<IPage> OpenAsync(
        bool scripts = false, int width = 1200, ColorScheme scheme = ColorScheme.Light)
    {
        var browser = await Chromium.GetAsync();
        context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            JavaScriptEnabled = scripts,
            ColorScheme = scheme,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
        });
        var page = await context.NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
        await page.GotoAsync(new Uri(running.Address, "/maintenance-mode").ToString());
        return page;
    }

    /// <summary>The state as a visitor has it.</summary>
    public async Task<int> StatusOfFirstPageAsync(CancellationToken cancellationToken)
        => (await running.GetAsync("/", cancellationToken)).StatusCode;

    public async ValueTask DisposeAsync()
    {
        if (context is not null)
            await context.DisposeAsync();
        await running.DisposeAsync();
        root.Dispose();
    }
}
