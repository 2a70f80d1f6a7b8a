using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace RazorPagesSite.Pages;

/// <summary>
/// The page of planned work. In the live app its data is in the query, in the build it is the item's.
/// </summary>
public class DownModel : PageModel
{
    public string Message { get; private set; } = "";

    public void OnGet(string? phone)
    {
        Message = "We are making the site better.";
        ViewData["StatusCode"] ??= StatusCodes.Status503ServiceUnavailable;
        ViewData["ReasonPhrase"] ??= ReasonPhrases.GetReasonPhrase(StatusCodes.Status503ServiceUnavailable);
        ViewData["Phone"] ??= phone;
        Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
    }
}
