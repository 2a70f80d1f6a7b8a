using Microsoft.AspNetCore.Mvc;

namespace IdentitySite.Controllers;

public sealed class HomeController : Controller
{
    public IActionResult Index() => View();
}
