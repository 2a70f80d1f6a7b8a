using Microsoft.AspNetCore.Mvc;

namespace AwkwardSite.Controllers;

/// <summary>What a route of an app may answer.</summary>
public sealed class AnswersController : Controller
{
    public IActionResult Page() => View("/Views/Errors/502.cshtml");

    public IActionResult Down()
    {
        Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return View("/Views/Errors/Down.cshtml");
    }

    public IActionResult Nothing() => NoContent();

    public IActionResult Elsewhere() => Redirect("/answers/page");

    public IActionResult Fails() => throw new InvalidOperationException("The order desk is closed.");
}
