using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Answers;

/// <summary>Which requests of visitors are sent elsewhere.</summary>
internal sealed class RedirectRule(RedirectTarget target, int statusCode)
{
    public int StatusCode { get; } = statusCode;

    /// <summary>
    /// Null: the request is answered here. 302 makes a GET of other methods, which suits forms; 307 keeps them.
    /// </summary>
    public string? LocationFor(HttpRequest request)
    {
        var method = request.Method;
        var isFit = HttpMethods.IsGet(method) || HttpMethods.IsHead(method)
            || StatusCode == StatusCodes.Status307TemporaryRedirect
            || (HttpMethods.IsPost(method) && request.HasFormContentType);
        return isFit ? target.LocationFor(request) : null;
    }
}
