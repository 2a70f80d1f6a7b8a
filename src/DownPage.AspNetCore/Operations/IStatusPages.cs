using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Operations;

/// <summary>The pages of the build by their status code.</summary>
internal interface IStatusPages
{
    /// <summary>Answers with the page for exactly this code; false: there is none, and nothing is done.</summary>
    bool TryAnswer(HttpContext context, int statusCode, out Task answer);
}
