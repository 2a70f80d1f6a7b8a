using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace RoutedSite.Areas.Shop.Controllers;

/// <summary>Renders the view of the area's down page live, with the data that the build gives it.</summary>
[Area("Shop")]
public sealed class ErrorsController : Controller
{
    public IActionResult Index()
    {
        Response.StatusCode = StatusCodes.Status504GatewayTimeout;
        ViewData["StatusCode"] = Response.StatusCode;
        ViewData["ReasonPhrase"] = ReasonPhrases.GetReasonPhrase(Response.StatusCode);
        ViewData["Culture"] = CultureInfo.CurrentUICulture;
        ViewData["Phone"] = "+49 30 504";
        return View("~/Areas/Shop/Views/Errors/504.cshtml");
    }
}
