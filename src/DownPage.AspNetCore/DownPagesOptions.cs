using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore;

/// <summary>Which errors without a body get the pages of the build.</summary>
public sealed class DownPagesOptions
{
    /// <summary>
    /// Asked of each answer that would get a page, when the rest of the pipeline has made it: false leaves it as it is.
    /// A reverse proxy says here which failures are its own, for its upstream's answers may be without a body too. With
    /// it HEAD, which never has one, and OPTIONS get the page's headers and the page as well. What it throws passes
    /// through. Null (default): all of them, but for HEAD and OPTIONS.
    /// </summary>
    public Func<HttpContext, bool>? When { get; set; }
}
