using DownPage.Switching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DownPage.AspNetCore.Endpoints;

/// <summary>The addresses of the endpoint.</summary>
internal sealed class OperatorRoutes(OperatorApi api)
{
    public IEndpointConventionBuilder Map(IEndpointRouteBuilder endpoints, string pattern)
    {
        var group = endpoints.MapGroup(pattern);
        group.Map("", AnswerAsync);
        group.AllowDuringMaintenance().WithMetadata(OperatorMark.Instance);
        return group;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (context.RequestServices.GetService<IOperatorPage>() is { } page
            && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal))
        {
            await (HttpMethods.IsPost(context.Request.Method)
                ? page.PostAsync(context, api)
                : page.WriteAsync(context, api));
            return;
        }

        var call = new OperatorCall(
            context.Request.Method, "", null, null, default, OperatorName.Of(context), ChangeSource.Endpoint);
        var answer = await api.HandleAsync(call, context.RequestAborted);
        context.Response.StatusCode = answer.StatusCode;
        context.Response.ContentType = answer.ContentType;
        await context.Response.BodyWriter.WriteAsync(answer.Body, context.RequestAborted);
    }
}
