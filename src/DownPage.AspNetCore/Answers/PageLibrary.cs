using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DownPage.AspNetCore.Answers;

/// <summary>The pages of the build, read once into memory by their manifest, and the built-in one.</summary>
internal sealed partial class PageLibrary
{
    private readonly PageFamily? preferred;
    private readonly FrozenDictionary<int, PageFamily> byStatusCode;
    private readonly FrozenDictionary<string, PageAsset> assets;
    private readonly ConcurrentDictionary<int, AnswerSet> standIns = new();

    /// <param name="preferred">The page that the options name. Null: they name none.</param>
    /// <param name="families">All pages of the build.</param>
    /// <param name="assets">Files beside them, by their path on the site.</param>
    /// <param name="logger">For what fails later.</param>
    public PageLibrary(
        PageFamily? preferred,
        IEnumerable<PageFamily> families,
        IReadOnlyDictionary<string, PageAsset> assets,
        ILogger logger)
    {
        this.preferred = preferred;
        this.assets = assets.ToFrozenDictionary(StringComparer.Ordinal);
        Logger = logger;

        // Of several pages for a code, the one that is named after it.
        byStatusCode = families.GroupBy(family => family.StatusCode)
            .ToFrozenDictionary(
                group => group.Key,
                group => group.FirstOrDefault(family => family.Name == $"{group.Key}.html") ?? group.First());
    }

    public ILogger Logger { get; }

    /// <summary>Never throws: what cannot be read is logged, and the built-in page takes its place.</summary>
    public static PageLibrary Load(string contentRoot, MaintenancePagesOptions options, ILogger logger)
        => new PageLoader(contentRoot, options, logger).Load();

    /// <summary>
    /// The page to show: the one that the options name, else that for the code, else that for 503, else the built-in
    /// one.
    /// </summary>
    public PageFamily For(int statusCode)
        => preferred ?? byStatusCode.GetValueOrDefault(statusCode) ?? byStatusCode.GetValueOrDefault(503)
            ?? PageFamily.BuiltIn;

    /// <summary>The build's page for exactly that code, for an answer of the app that has no body.</summary>
    public bool TryGetAnswer(int statusCode, [NotNullWhen(true)] out AnswerSet? answer)
    {
        answer = byStatusCode.TryGetValue(statusCode, out var family)
            ? standIns.GetOrAdd(
                statusCode,
                static (_, found) => AnswerSet.StandIn(found),
                family)
            : null;
        return answer is not null;
    }

    /// <summary>Whether the request is for a file beside the pages, which is then answered.</summary>
    public bool TryAnswerAsset(HttpContext context, out Task answer)
    {
        answer = Task.CompletedTask;
        if (assets.Count == 0 || context.Request.Path.Value is not { } path || !assets.TryGetValue(path, out var asset)
            || !(HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)))
        {
            return false;
        }

        answer = AssetAnswer.WriteAsync(context, asset);
        return true;
    }

    /// <summary>Logs what a hand wrote into the down file and cannot be.</summary>
    public void ReportIgnored(MaintenanceState state, bool isRedirected)
    {
        if (state is { IsDown: true, RedirectTo: { } target } && !isRedirected)
        {
            _ = RedirectTarget.TryParse(target, out var why);
            Log.ValueIgnored(Logger, "redirectTo", target, why);
        }

        if (state.IsDown && !AnswerRules.IsStatusCode(state.StatusCode))
        {
            Log.ValueIgnored(Logger, "statusCode", state.StatusCode, "it must be 400 to 599, or 200");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(
            57,
            LogLevel.Warning,
            "The down file's {Member} is '{Value}', which is ignored: {Why}.",
            EventName = "DownFileValueIgnored")]
        public static partial void ValueIgnored(ILogger logger, string member, object value, string why);
    }
}
