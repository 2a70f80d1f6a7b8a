using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Endpoints;

/// <summary>
/// The endpoint's page for people. Who asks may do so, has not asked too often and does it from this site: that is
/// checked before.
/// </summary>
internal interface IOperatorPage
{
    /// <summary>Answers a GET or HEAD of the endpoint's address by a browser.</summary>
    Task WriteAsync(HttpContext context, OperatorApi api);

    /// <summary>Answers a form that was posted to the endpoint's address.</summary>
    Task PostAsync(HttpContext context, OperatorApi api);

    /// <summary>Answers a form that was posted by who may ask, but is not taken: from elsewhere, or too many.</summary>
    Task RefuseAsync(HttpContext context, OperatorApi api, OperatorAnswer refused)
        => OperatorResponse.WriteAsync(context, refused, "");
}
