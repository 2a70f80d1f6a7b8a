using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace IdentitySite.Controllers;

/// <summary>Renders the view of the down page live, with the data that the build gives it.</summary>
public sealed class ErrorsController : Controller
{
    [Route("/errors/502")]
    public IActionResult BadGateway()
    {
        Response.StatusCode = StatusCodes.Status502BadGateway;
        ViewData["StatusCode"] = Response.StatusCode;
        ViewData["ReasonPhrase"] = ReasonPhrases.GetReasonPhrase(Response.StatusCode);
        ViewData["Culture"] = CultureInfo.CurrentUICulture;
        ViewData["Phone"] = "+49 30 502";
        return View("~/Views/Errors/502.cshtml");
    }
}
