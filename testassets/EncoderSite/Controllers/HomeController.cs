using Microsoft.AspNetCore.Mvc;

namespace EncoderSite.Controllers;

public sealed class HomeController : Controller
{
    public IActionResult Index() => View();
}
