using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace RoutedSite.Controllers;

/// <summary>Renders the views of the down pages live, with the data that the build gives them.</summary>
public sealed class ErrorsController : Controller
{
    public IActionResult Index(int slug)
    {
        Response.StatusCode = slug;
        ViewData["StatusCode"] = slug;
        ViewData["ReasonPhrase"] = ReasonPhrases.GetReasonPhrase(slug);
        ViewData["Culture"] = CultureInfo.CurrentUICulture;
        ViewData["Phone"] = "+49 30 502";
        return View($"~/Views/Errors/{slug}.cshtml");
    }
}
