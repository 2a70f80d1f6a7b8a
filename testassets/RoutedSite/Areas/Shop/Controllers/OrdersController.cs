using Microsoft.AspNetCore.Mvc;

namespace RoutedSite.Areas.Shop.Controllers;

[Area("Shop")]
public sealed class OrdersController : Controller
{
    public IActionResult Index() => View();

    public IActionResult Show(string slug) => Content(slug);
}
