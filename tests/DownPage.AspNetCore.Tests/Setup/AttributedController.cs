using Microsoft.AspNetCore.Mvc;

namespace DownPage.AspNetCore.Tests.Setup;

[Route("attributed")]
public sealed class AttributedController : ControllerBase
{
    [HttpGet("open")]
    [AllowDuringMaintenance]
    public IActionResult Open() => Content("open");

    [HttpGet("shut")]
    public IActionResult Shut() => Content("shut");

    [HttpGet("counted")]
    [MaintenanceGroup("counting")]
    public IActionResult Counted() => Content("counted");
}
