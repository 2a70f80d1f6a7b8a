using DownPage.AspNetCore.Answers;
using DownPage.AspNetCore.Bypass;
using DownPage.AspNetCore.Passing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DownPage.AspNetCore.State;

/// <summary>Makes of options and state what requests need.</summary>
internal sealed class SnapshotCompiler(
    IServiceProvider services, IHostEnvironment environment, TimeProvider clock, ILogger<PageLibrary> logger)
{
    private PageLibrary? pages;
    private MaintenanceModeOptions? pagesOf;
    private AppOfflineFile? pagesWith;

    /// <summary>Whether an endpoint of the app is down by itself.</summary>
    public bool AnyEndpointIsDown { get; set; }

    public MaintenanceSnapshot Compile(SnapshotInputs inputs, MaintenanceState state)
    {
        var (options, document, offline, _) = inputs;
        var library = Pages(options, offline);
        return new MaintenanceSnapshot(
            state,
            RequestGate.Compile(options, state, services),
            AnswerSet.Compose(library, options, state, clock),
            library,
            BypassGate.Create(options.Bypass, document?.BypassSecretHash, document?.BypassGeneration, clock),
            options.Bypass.Ribbon)
        {
            IsQuiet = !state.IsDown && !AnyEndpointIsDown,
        };
    }

    /// <summary>Read once for the same options: a state that changes reads no page again.</summary>
    private PageLibrary Pages(MaintenanceModeOptions options, AppOfflineFile? offline)
    {
        if (pages is null || !ReferenceEquals(pagesOf, options) || pagesWith != offline)
        {
            // An empty one only takes the site down.
            var shown = offline is { Bytes: > 0 }
                ? new MaintenancePagesOptions { Folder = options.Pages.Folder, File = AppOffline.FileName }
                : options.Pages;
            pages = PageLibrary.Load(environment.ContentRootPath, shown, logger);
            pagesOf = options;
            pagesWith = offline;
        }

        return pages;
    }
}
