using Microsoft.AspNetCore.Mvc;

namespace LocalizedSite.Controllers;

public sealed class HomeController : Controller
{
    public IActionResult Index() => View();
}
