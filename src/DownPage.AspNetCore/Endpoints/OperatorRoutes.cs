using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DownPage.AspNetCore.Endpoints;

/// <summary>The addresses of the endpoint.</summary>
internal sealed class OperatorRoutes(OperatorHandler handler)
{
    private const string Problem = OperatorJson.ProblemJson;

    /// <summary>Whether an app has the endpoint at all.</summary>
    public bool AreMapped { get; private set; }

    /// <summary>
    /// Each address takes every method, so that what it does not take is answered by the endpoint, too. Those that it
    /// does take are endpoints of their own beside: they say in the app's API descriptions what there is.
    /// </summary>
    public IEndpointConventionBuilder Map(IEndpointRouteBuilder endpoints, string pattern)
    {
        AreMapped = true;
        var group = endpoints.MapGroup(pattern);
        Map(
            group,
            "",
            ("GET", "What holds: whether the site is down, by whom, why and until when", [200]),
            ("PUT", "Take the site down", [200, 400, 409, 412]),
            ("PATCH", "Change how the site is down", [200, 400, 409, 412]),
            ("DELETE", "Take the site up", [200, 400, 409, 412]));
        Map(group, OperatorApi.History, ("GET", "Who changed the state, when and why", [200, 400]));
        Map(
            group,
            OperatorApi.Schedule,
            ("GET", "When the site is down by plan", [200]),
            ("POST", "Add a window", [201, 400, 409, 412]));
        Map(
            group,
            OperatorApi.Schedule + "/{**name}",
            ("DELETE", "Remove a window", [200, 400, 404, 409, 412]));
        Map(group, PreviewAnswer.Path, ("GET", "The page as visitors see it, or would", [200]));
        Map(group, OpenApiDocument.Path, ("GET", "This API as OpenAPI 3.1", [200]));
        Map(group, "/{**rest}");

        group.AllowDuringMaintenance().WithMetadata(OperatorMark.Instance).WithTags("Maintenance mode");
        ((IEndpointConventionBuilder)group).Finally(AllowTokenAlone);
        return group;
    }

    private void Map(
        RouteGroupBuilder group, string path, params (string Method, string Summary, int[] Codes)[] methods)
    {
        RequestDelegate answer = path.EndsWith('}')
            ? context => handler.AnswerAsync(context, Below(context, path))
            : context => handler.AnswerAsync(context, path);
        group.Map(path, answer);
        foreach (var (method, summary, codes) in methods)
        {
            group.MapMethods(path, [method], answer).WithSummary(summary).WithMetadata(
            [
                answer.Method,
                .. codes.Select(code => Produces(code, path)),
                .. new[] { 401, 403, 429 }.Select(code => Produces(code, path)),
            ]);
        }
    }

    private static ProducesResponseTypeMetadata Produces(int code, string path)
        => new(
            code,
            typeof(void),
            [code >= 400 ? Problem : path == PreviewAnswer.Path ? "text/html" : OperatorJson.Json]);

    /// <summary>A slash within the name comes as it is, or escaped, as the client likes.</summary>
    private static string Below(HttpContext context, string path)
    {
        var (start, end) = (path.IndexOf('{', StringComparison.Ordinal), path.Length - 1);
        var value = context.GetRouteValue(path[(start + 1)..end].TrimStart('*')) as string ?? "";
        return path[..start] + Uri.EscapeDataString(value.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase));
    }

    private static void AllowTokenAlone(EndpointBuilder endpoint)
    {
        var metadata = endpoint.Metadata;
        if (metadata.OfType<OperatorTokenMark>().Any() && !metadata.OfType<IAuthorizeData>().Any()
            && !metadata.OfType<IAllowAnonymous>().Any())
        {
            metadata.Add(TokenInsteadOfUser.Instance);
        }
    }
}
