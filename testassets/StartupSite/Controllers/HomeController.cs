using Microsoft.AspNetCore.Mvc;

namespace StartupSite.Controllers;

public sealed class HomeController : Controller
{
    public IActionResult Index() => View();

    public IActionResult Down()
    {
        Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return View("/Views/Errors/502.cshtml");
    }
}
