using Microsoft.AspNetCore.Mvc;

namespace SmallSite.Controllers;

public sealed class HomeController : Controller
{
    public IActionResult Index() => View();
}
