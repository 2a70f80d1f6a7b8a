using Microsoft.AspNetCore.Mvc;

namespace SharedLayoutSite.Controllers;

public sealed class HomeController : Controller
{
    public IActionResult Index() => View();
}
