using Microsoft.AspNetCore.Mvc;

namespace FrameworkSite.Controllers;

/// <summary>Renders the views of the down pages live, with the data that the build gives them.</summary>
public sealed class DownController : Controller
{
    [Route("/down/{framework}")]
    public IActionResult Show(string framework)
    {
        ViewData["StatusCode"] = StatusCodes.Status503ServiceUnavailable;
        ViewData["ReasonPhrase"] = "Service Unavailable";
        Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return View(framework);
    }
}
