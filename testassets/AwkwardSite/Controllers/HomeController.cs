using Microsoft.AspNetCore.Mvc;

namespace AwkwardSite.Controllers;

public sealed class HomeController : Controller
{
    public IActionResult Index() => View();
}
