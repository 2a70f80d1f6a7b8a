using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using DownPage.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace DownPage.AspNetCore.Tests.Endpoints;

/// <summary>The description says what the endpoint does.</summary>
[TestClass]
public sealed partial class OpenApiTests
{
    private static readonly JsonElement Document = JsonDocument.Parse(OpenApiDocument.Write("/mm", true)).RootElement;

    [TestMethod]
    public async Task Paths_OfTheDocument_AreThoseThatAreMapped()
    {
        await using var site = await OperatorSite.StartAsync();
        var mapped = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<OperatorMark>() is not null)
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Select(
                method => $"{method} {PathOf(endpoint)}") ?? []);

        var described = Operations().Select(each => $"{each.Method.ToUpperInvariant()} {each.Path}");

        CollectionAssert.AreEquivalent(described.ToArray(), mapped.ToArray());
    }

    [TestMethod]
    public async Task ApiExplorer_OfAnAppThatHasIt_ListsThem()
    {
        await using var site = await OperatorSite.StartAsync(
            services: builder => builder.Services.AddEndpointsApiExplorer());

        var described = site.Services.GetRequiredService<IApiDescriptionGroupCollectionProvider>().ApiDescriptionGroups
            .Items.SelectMany(group => group.Items).Where(each => each.RelativePath?.StartsWith("maintenance", StringComparison.Ordinal) == true).ToArray();

        Assert.HasCount(Operations().Count(), described);
        var put = described.Single(each => each.HttpMethod == "PUT");
        Assert.Contains(412, put.SupportedResponseTypes.Select(type => type.StatusCode));
        Assert.Contains("application/json", put.SupportedResponseTypes.Single(type => type.StatusCode == 200)
            .ApiResponseFormats.Select(format => format.MediaType));
    }

    [TestMethod]
    public void Document_AsAWhole_IsWellFormed()
    {
        Assert.AreEqual("3.1.0", Document.GetProperty("openapi").GetString());
        Assert.AreEqual("/mm", Document.GetProperty("servers")[0].GetProperty("url").GetString());
        Assert.IsTrue(Document.GetProperty("security")[0].TryGetProperty("operatorToken", out _));
        Assert.IsFalse(JsonDocument.Parse(OpenApiDocument.Write("/mm", false)).RootElement.TryGetProperty("security", out _));
        var ids = Operations().Select(each => each.Operation.GetProperty("operationId").GetString()).ToArray();
        Assert.HasCount(ids.Length, ids.Distinct().ToArray());
        foreach (Match reference in Reference().Matches(Document.GetRawText()))
        {
            Assert.IsNotNull(Resolve(reference.Groups["path"].Value), reference.Value);
        }
    }

    [TestMethod]
    public async Task Answers_OfEveryOperation_AreAsDescribed()
    {
        await using var site = await OperatorSite.StartAsync();
        const string Window = """{"name":"w","days":["sunday"],"time":"03:00","duration":"30m","announce":"1d"}""";
        (string Method, string Path, string Route, string? Body)[] calls =
        [
            ("GET", "", "/", null),
            ("PATCH", "", "/", "{}"),
            ("PUT", "", "/", """{"message":"m","for":"1h","scopes":["path:/x"],"redirectTo":"/s","allowNetworks":["::1"]}"""),
            ("PUT", "", "/", """{"massage":"m"}"""),
            ("PATCH", "", "/", """{"extend":"1h","reason":"r"}"""),
            ("GET", "", "/", null),
            ("POST", "/schedule", "/schedule", Window),
            ("POST", "/schedule", "/schedule", Window),
            ("GET", "/schedule", "/schedule", null),
            ("DELETE", "/schedule/w", "/schedule/{name}", null),
            ("DELETE", "/schedule/w", "/schedule/{name}", null),
            ("DELETE", "", "/", """{"reason":"r","actor":"a"}"""),
            ("GET", "/history", "/history", null),
            ("GET", "/history?most=x", "/history", null),
        ];

        foreach (var (method, path, route, body) in calls)
        {
            var answer = await site.AskAsync(method, path, body);
            var described = Follow(Document.GetProperty("paths").GetProperty(route)
                .GetProperty(method.ToLowerInvariant()).GetProperty("responses")
                .GetProperty(((int)answer.Status).ToString(CultureInfo.InvariantCulture)));
            var schema = described.GetProperty("content").GetProperty(answer.ContentType ?? "").GetProperty("schema");
            foreach (var header in described.TryGetProperty("headers", out var all) ? all.EnumerateObject().ToArray() : [])
            {
                Assert.Contains(header.Name, answer.Headers.Keys, $"{method} {path}");
            }

            CollectionAssert.AreEqual(
                Array.Empty<string>(), SchemaCheck.Problems(Document, schema, answer.Json).ToArray(), $"{method} {path}");
        }
    }

    [TestMethod]
    public void SchemaCheck_OfAnAnswerThatIsOtherwise_FindsIt()
    {
        var schema = Resolve("components/schemas/Status") ?? default;

        var problems = SchemaCheck.Problems(
            Document, schema, JsonDocument.Parse("""{"down":"yes","source":"x","more":1}""").RootElement).ToArray();

        Assert.HasCount(7, problems, string.Join(Environment.NewLine, problems));
    }

    [TestMethod]
    [DataRow("Down", false)]
    [DataRow("Update", true)]
    public void Schema_OfABody_HasTheMembersThatAreTaken(string schema, bool isUpdate)
    {
        var members = Resolve("components/schemas/" + schema)?.GetProperty("properties").EnumerateObject()
            .Select(member => member.Name).ToArray() ?? [];

        var order = OrderReader.Read("""{"nothing":1}"""u8.ToArray(), isUpdate, DateTimeOffset.UnixEpoch, out var problem);

        Assert.IsNull(order);
        var listed = (problem?.Errors[0] ?? "").Split("there are ")[1].TrimEnd('.').Split(", ");
        CollectionAssert.AreEquivalent(listed, members);
    }

    private static string PathOf(RouteEndpoint endpoint)
        => (endpoint.RoutePattern.RawText ?? "")["/maintenance-mode".Length..].Replace("**", "") is { Length: > 0 } path
            ? path
            : "/";

    private static IEnumerable<(string Path, string Method, JsonElement Operation)> Operations()
        => Document.GetProperty("paths").EnumerateObject().SelectMany(
            path => path.Value.EnumerateObject().Select(each => (path.Name, each.Name, each.Value)));

    private static JsonElement Follow(JsonElement element)
        => element.TryGetProperty("$ref", out var reference)
            ? Resolve((reference.GetString() ?? "")[2..]) ?? default
            : element;

    private static JsonElement? Resolve(string path)
    {
        var at = Document;
        foreach (var name in path.Split('/'))
        {
            if (!at.TryGetProperty(name, out at))
            {
                return null;
            }
        }

        return at;
    }

    [GeneratedRegex("""\$ref": *"#/(?<path>[^"]+)""")]
    private static partial Regex Reference();
}
