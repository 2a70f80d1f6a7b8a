using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace LocalizedSite.Controllers;

/// <summary>
/// Renders the view of the down page live, in the culture of the request, with the data that the build gives it.
/// </summary>
public sealed class ErrorsController : Controller
{
    [Route("/errors/503")]
    public IActionResult Down()
    {
        Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        ViewData["StatusCode"] = Response.StatusCode;
        ViewData["ReasonPhrase"] = ReasonPhrases.GetReasonPhrase(Response.StatusCode);
        ViewData["Culture"] = CultureInfo.CurrentUICulture;
        ViewData["Phone"] = "+49 30 503";
        return View("~/Views/Errors/Down.cshtml");
    }
}
