using Microsoft.AspNetCore.Mvc;

namespace PathBaseSite.Controllers;

public sealed class HomeController : Controller
{
    public IActionResult Index() => View();
}
