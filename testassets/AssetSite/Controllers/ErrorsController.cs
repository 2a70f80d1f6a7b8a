using Microsoft.AspNetCore.Mvc;

namespace AssetSite.Controllers;

/// <summary>Answers with the views that the build makes pages of, and with their data.</summary>
public sealed class ErrorsController : Controller
{
    [HttpGet("/errors/502")]
    public IActionResult BadGateway502()
    {
        Response.StatusCode = 502;
        ViewData["StatusCode"] = 502;
        ViewData["ReasonPhrase"] = "Bad Gateway";
        return View("502");
    }
}
