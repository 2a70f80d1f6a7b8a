using Microsoft.AspNetCore.Mvc;

namespace AssetSite.Controllers;

public sealed class HomeController : Controller
{
    public IActionResult Index() => View();
}
