using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace SharedLayoutSite.Controllers;

/// <summary>Renders the views of the down pages live, with the data that the build gives them.</summary>
public sealed class ErrorsController : Controller
{
    [Route("/errors/502")]
    public IActionResult BadGateway() =>
        Page(StatusCodes.Status502BadGateway, "~/Views/Errors/502.cshtml", "+49 30 502");

    [Route("/errors/503")]
    public IActionResult Down() =>
        Page(StatusCodes.Status503ServiceUnavailable, "~/Views/Shared/Down.cshtml", "+49 30 503");

    private ViewResult Page(int statusCode, string view, string phone)
    {
        Response.StatusCode = statusCode;
        ViewData["StatusCode"] = statusCode;
        ViewData["ReasonPhrase"] = ReasonPhrases.GetReasonPhrase(statusCode);
        ViewData["Culture"] = CultureInfo.CurrentUICulture;
        ViewData["Phone"] = phone;
        return View(view);
    }
}
