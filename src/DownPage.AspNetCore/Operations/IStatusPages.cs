using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Operations;

/// <summary>The pages of the build by their status code.</summary>
internal interface IStatusPages
{
    /// <summary>Answers with the page for exactly this code; null: there is none.</summary>
    RequestDelegate? Find(int statusCode);
}
