using DownPage.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Tests.Endpoints;

/// <summary>A page that says nothing.</summary>
internal sealed class NoContentPage : IOperatorPage
{
    public Task WriteAsync(HttpContext context, OperatorApi api) => PostAsync(context, api);

    public Task PostAsync(HttpContext context, OperatorApi api)
    {
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}
