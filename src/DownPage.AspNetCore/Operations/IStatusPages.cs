using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Operations;

/// <summary>The pages of the build by their status code.</summary>
internal interface IStatusPages
{
    /// <summary>
    /// Answers with the page for exactly this code; what the app said in headers, <c>Retry-After</c> too, stays. Null:
    /// there is no such page.
    /// </summary>
    RequestDelegate? Find(int statusCode);

    /// <summary>Whether the request is for a file beside the pages, which is then answered.</summary>
    bool TryAnswerAsset(HttpContext context, out Task answer);
}
