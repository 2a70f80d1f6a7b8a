using System.Diagnostics;
using System.Globalization;
using DownPage.RenderProtocol;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Diagnostics;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.WebUtilities;

namespace DownPage.Renderer.Rendering;

/// <summary>
/// Gives a page's view the item's metadata and layout, and learns which views there are, by the diagnostic events that
/// MVC writes around every view. So it is one way for views, Razor Pages and actions, and nothing of the app's services
/// is replaced for it.
/// </summary>
internal sealed class ViewEvents : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private const string FrameworkListener = "Microsoft.AspNetCore";

    public void OnNext(DiagnosticListener listener)
    {
        if (listener.Name == FrameworkListener)
        {
            listener.Subscribe(this, name => name is BeforeViewEventData.EventName
                or BeforeViewPageEventData.EventName
                or AfterViewPageEventData.EventName);
        }
    }

    public void OnNext(KeyValuePair<string, object?> rendering)
    {
        switch (rendering.Value)
        {
            case BeforeViewEventData before when PageOf(before.ViewContext.HttpContext) is { } page:
                AddViewData(before.ViewContext.ViewData, page, before.ViewContext.HttpContext.Response.StatusCode);
                break;
            case BeforeViewPageEventData begun when begun.HttpContext.Features.Get<RenderedPageFeature>() is { } feature:
                feature.Views.Add(begun.Page.Path);
                break;
            case AfterViewPageEventData after when PageOf(after.HttpContext)?.Layout is { } layout
                && after.Page.Path == after.ViewContext.View.Path:
                after.Page.Layout = layout;
                break;
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    private static RenderPage? PageOf(HttpContext context) => context.Features.Get<RenderedPageFeature>()?.Page;

    private static void AddViewData(ViewDataDictionary viewData, RenderPage page, int responseStatus)
    {
        var status = page.StatusCode ?? responseStatus;
        viewData["StatusCode"] = status;
        viewData["ReasonPhrase"] = ReasonPhrases.GetReasonPhrase(status);
        viewData["Culture"] = CultureInfo.CurrentUICulture;
        foreach (var (name, value) in page.ViewData)
        {
            viewData[name] = value;
        }
    }
}
