using Microsoft.AspNetCore.Mvc;

namespace RoutedSite.Controllers;

public sealed class StartController : Controller
{
    public IActionResult Index() => View();

    public IActionResult AboutUs(string? slug) => Content($"About {slug}");
}
