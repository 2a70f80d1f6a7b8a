using Microsoft.AspNetCore.Mvc;

namespace DownPage.AspNetCore.Tests.Setup;

[Area("Office")]
[Route("office/desk")]
public sealed class DeskController : ControllerBase
{
    [HttpGet("")]
    public IActionResult Index() => Content("desk");
}
