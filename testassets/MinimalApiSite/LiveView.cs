using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.WebUtilities;

namespace MinimalApiSite;

/// <summary>Renders the view of the down page live, with the data that the build gives it.</summary>
public static class LiveView
{
    public static Task BadGateway(
        HttpContext context, IActionResultExecutor<ViewResult> executor, IModelMetadataProvider metadata)
    {
        const int statusCode = StatusCodes.Status502BadGateway;
        context.Response.StatusCode = statusCode;
        var result = new ViewResult
        {
            ViewName = "/Views/Errors/502.cshtml",
            ViewData = new ViewDataDictionary(metadata, new ModelStateDictionary())
            {
                ["StatusCode"] = statusCode,
                ["ReasonPhrase"] = ReasonPhrases.GetReasonPhrase(statusCode),
                ["Culture"] = CultureInfo.CurrentUICulture,
                ["Phone"] = "+49 30 502",
            },
        };
        var action = new ActionContext(context, context.GetRouteData(), new ActionDescriptor());
        return executor.ExecuteAsync(action, result);
    }
}
