using DownPage.AspNetCore.Answers;
using DownPage.Switching;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace DownPage.AspNetCore.Endpoints;

/// <summary>Answers the requests of operators.</summary>
internal sealed class OperatorHandler(OperatorApi api, OperatorGuard guard, PreviewAnswer preview)
{
    /// <param name="context">The request.</param>
    /// <param name="path">Below the endpoint's address, escaped.</param>
    public async Task AnswerAsync(HttpContext context, string path)
    {
        OperatorResponse.SetHeaders(context.Response);
        try
        {
            if (await guard.RefuseAsync(context) is { } refused)
            {
                await OperatorResponse.WriteAsync(context, refused, "");
                return;
            }

            await AnswerAllowedAsync(context, path);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to be told, and what could still be left undone was.
        }
    }

    private Task AnswerAllowedAsync(HttpContext context, string path)
    {
        var isRead = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        return path switch
        {
            "" when PageFor(context, isRead) is { } page => isRead
                ? page.WriteAsync(context, api)
                : page.PostAsync(context, api),
            PreviewAnswer.Path when isRead => preview.WriteAsync(context),
            OpenApiDocument.Path when isRead => OperatorResponse.WriteAsync(
                context, OperatorJson.Json, OpenApiDocument.Write(AddressOf(context, path), HasToken(context))),
            PreviewAnswer.Path or OpenApiDocument.Path => OperatorResponse.WriteAsync(
                context, ReadOnly(context.Request.Method), ""),
            _ => CallAsync(context, path),
        };
    }

    private async Task CallAsync(HttpContext context, string path)
    {
        var request = context.Request;
        var method = HttpMethods.IsHead(request.Method) ? HttpMethods.Get : request.Method.ToUpperInvariant();
        var body = OperatorGuard.IsChange(method) ? await RequestBody.ReadAsync(context) : RequestBody.None;
        var answer = body.Problem is { } problem
            ? OperatorJson.Answer(problem)
            : await api.HandleAsync(
                new OperatorCall(
                    method,
                    path + request.QueryString.Value,
                    HeaderOf(request.Headers.IfMatch),
                    HeaderOf(request.Headers.IfNoneMatch),
                    body.Json,
                    OperatorName.Of(context),
                    ChangeSource.Endpoint),
                context.RequestAborted);
        await OperatorResponse.WriteAsync(context, answer, AddressOf(context, path));
    }

    /// <summary>The page, where a browser asks for it or posts its form. Null: a program is answered.</summary>
    private static IOperatorPage? PageFor(HttpContext context, bool isRead)
    {
        var isForPage = isRead
            ? context.Request.Headers.Accept.Count > 0 && PrefersPage(context.Request)
            : HttpMethods.IsPost(context.Request.Method) && RequestBody.IsForm(context.Request);
        context.Response.Headers.Vary = isRead ? ListHeader.Merge(context.Response.Headers.Vary, "Accept") : default;
        return isForPage ? context.RequestServices.GetService<IOperatorPage>() : null;
    }

    private static bool PrefersPage(HttpRequest request)
        => FormatChoice.Of(request.Headers.Accept, jsonFirst: true).Format == AnswerFormat.Html;

    /// <summary>Of a header that is there twice, all.</summary>
    private static string? HeaderOf(StringValues header)
        => header.Count == 0 ? null : header.ToString();

    private static bool HasToken(HttpContext context)
        => context.GetEndpoint()?.Metadata.GetMetadata<OperatorTokenMark>() is not null;

    private static OperatorAnswer ReadOnly(string method)
        => OperatorJson.Answer(OperatorProblem.MethodNotTaken(method, "GET, HEAD")) with { Allow = "GET, HEAD" };

    /// <summary>The endpoint's address, without what was asked for below it.</summary>
    private static string AddressOf(HttpContext context, string path)
    {
        var asked = context.Request.PathBase.Add(context.Request.Path).ToUriComponent().TrimEnd('/');
        return path.Length > 0 && asked.EndsWith(path, StringComparison.OrdinalIgnoreCase)
            ? asked[..^path.Length]
            : asked;
    }
}
