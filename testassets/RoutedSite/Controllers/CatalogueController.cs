using Microsoft.AspNetCore.Mvc;

namespace RoutedSite.Controllers;

[Route("Goods/[controller]")]
public sealed class CatalogueController : Controller
{
    [HttpGet("{category}/{number:int}", Name = "product")]
    public IActionResult Product(string category, int number) => Content($"{category} {number}");

    [HttpGet("~/Find")]
    public IActionResult Find(string text) => Content(text);
}
