using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace MvcSite.Controllers;

/// <summary>Renders the views of the down pages live, with the data that the build gives them.</summary>
public sealed class ErrorsController : Controller
{
    [Route("/errors/502")]
    public IActionResult BadGateway()
    {
        ViewData["StatusCode"] = StatusCodes.Status502BadGateway;
        ViewData["ReasonPhrase"] = ReasonPhrases.GetReasonPhrase(StatusCodes.Status502BadGateway);
        ViewData["Culture"] = CultureInfo.CurrentUICulture;
        ViewData["Phone"] = "+49 30 1234 & 5678";
        Response.StatusCode = StatusCodes.Status502BadGateway;
        return View("~/Views/Errors/502.cshtml");
    }
}
