using Microsoft.AspNetCore.Mvc;

namespace ModernSite.Controllers;

/// <summary>Renders the views of the down pages live, with the data that the build gives them.</summary>
public sealed class DownController : Controller
{
    [Route("/down/{view}")]
    public IActionResult Show(string view)
    {
        ViewData["StatusCode"] = StatusCodes.Status503ServiceUnavailable;
        ViewData["ReasonPhrase"] = "Service Unavailable";
        Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return View(viewName: view);
    }
}
