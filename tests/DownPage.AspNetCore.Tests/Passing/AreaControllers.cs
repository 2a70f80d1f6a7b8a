using Microsoft.AspNetCore.Mvc;

namespace DownPage.AspNetCore.Tests.Passing;

/// <summary>Down by itself, but for one action.</summary>
[Area("Rebuilding")]
[Route("rebuilding/[action]")]
[UnderMaintenance("Back on Monday.")]
public sealed class RebuildingController : Controller
{
    public IActionResult Shut() => Content("shut");

    [AllowDuringMaintenance]
    public IActionResult Open() => Content("open");
}

/// <summary>Open while the site is down, but for one action.</summary>
[Area("Open")]
[Route("open/[action]")]
[AllowDuringMaintenance]
public sealed class OpenController : Controller
{
    public IActionResult Open() => Content("open");

    [UnderMaintenance]
    public IActionResult Shut() => Content("shut");
}

/// <summary>Of an area, and with a name.</summary>
[Area("Admin")]
public sealed class PanelController : Controller
{
    [Route("panel/users", Name = "users")]
    public IActionResult Users() => Content("users");
}
