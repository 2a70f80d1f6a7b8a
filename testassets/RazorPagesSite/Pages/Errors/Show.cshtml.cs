using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.WebUtilities;

namespace RazorPagesSite.Pages.Errors;

/// <summary>
/// Answers with the view of a status, as the page that a site's status-code pages are executed through.
/// </summary>
public class ShowModel(IModelMetadataProvider metadata) : PageModel
{
    public IActionResult OnGet(int code)
    {
        Response.StatusCode = code;
        return new ViewResult
        {
            ViewName = $"/Pages/Errors/{code}.cshtml",
            ViewData = new ViewDataDictionary(metadata, new ModelStateDictionary())
            {
                ["StatusCode"] = code,
                ["ReasonPhrase"] = ReasonPhrases.GetReasonPhrase(code),
                ["Culture"] = CultureInfo.CurrentUICulture,
                ["Phone"] = "+49 30 502",
            },
        };
    }
}
