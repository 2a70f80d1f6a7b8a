using Microsoft.AspNetCore.Mvc;

namespace Net8Site.Controllers;

public sealed class HomeController : Controller
{
    public IActionResult Index() => View();
}
