using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;
using DownPage.RenderProtocol;

namespace DownPage.Renderer.Rendering;

/// <summary>Turns what a view or a route threw into the diagnostic that says what to do.</summary>
internal sealed partial class ExceptionMapper(RenderRequest request, IServiceProvider services)
{
    public RenderDiagnostic Map(RenderPage page, Exception thrown)
    {
        var cause = Unwrap(thrown);
        var place = FindPlace(cause) ?? new SourcePlace(page.SourceFile, 0, 0);
        var diagnostic = Describe(page, cause);
        diagnostic.File = place.File;
        diagnostic.Line = place.Line;
        diagnostic.Column = place.Column;
        diagnostic.Detail = thrown.ToString();
        return diagnostic;
    }

    private RenderDiagnostic Describe(RenderPage page, Exception cause)
    {
        if (MissingService().Match(cause.Message) is { Success: true } service)
        {
            return PageErrors.ServiceMissing(request, page, service.Groups["type"].Value);
        }

        if (cause is InvalidOperationException && MissingLayout().Match(cause.Message) is { Success: true } layout)
        {
            return PageErrors.LayoutNotFound(page, layout.Groups["layout"].Value, cause.Message);
        }

        if (page.View is { } view && new CompiledViews(services).ModelOf(view) is { } model && LacksModel(cause, model))
        {
            return PageErrors.ModelNeeded(page, model);
        }

        return page.Route is null ? PageErrors.ViewThrew(page, cause) : PageErrors.RouteThrew(page, cause);
    }

    // A null model is met in the view itself, or refused beforehand where the type can have no null.
    private static bool LacksModel(Exception cause, Type model)
        => cause is NullReferenceException or ArgumentNullException
            || (cause is InvalidOperationException && model.IsValueType
                && cause.Message.Contains(nameof(Microsoft.AspNetCore.Mvc.ViewFeatures.ViewDataDictionary), StringComparison.Ordinal));

    private SourcePlace? FindPlace(Exception cause)
    {
        var trace = new StackTrace(cause, fNeedFileInfo: true);
        return SourcePlace.Find(trace, request.ContentRoot, IsRazor)
            ?? SourcePlace.Find(trace, request.ContentRoot, _ => true);
    }

    private static bool IsRazor(string file)
        => file.EndsWith(".cshtml", StringComparison.OrdinalIgnoreCase)
            || file.EndsWith(".razor", StringComparison.OrdinalIgnoreCase);

    private static Exception Unwrap(Exception thrown)
    {
        while (thrown is TargetInvocationException or AggregateException { InnerExceptions.Count: 1 }
            && thrown.InnerException is { } inner)
        {
            thrown = inner;
        }

        return thrown;
    }

    [GeneratedRegex(@"^(No service for type|Unable to resolve service for type) '(?<type>[^']+)'")]
    private static partial Regex MissingService();

    [GeneratedRegex("^The layout view '(?<layout>[^']+)'")]
    private static partial Regex MissingLayout();
}
