using System.Text.Json;

namespace DownPage.AspNetCore.Tests.Endpoints;

/// <summary>As much of JSON Schema as the description of the endpoint uses.</summary>
internal static class SchemaCheck
{
    public static IEnumerable<string> Problems(
        JsonElement document, JsonElement schema, JsonElement value, string place = "$")
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            var target = (reference.GetString() ?? "")[2..].Split('/').Aggregate(document, (at, name) => at.GetProperty(name));
            return Problems(document, target, value, place);
        }

        if (schema.TryGetProperty("const", out var constant) && constant.GetRawText() != value.GetRawText())
        {
            return [$"{place} is {value.GetRawText()}"];
        }

        if (schema.TryGetProperty("enum", out var some)
            && !some.EnumerateArray().Any(item => item.GetRawText() == value.GetRawText()))
        {
            return [$"{place} is {value.GetRawText()}"];
        }

        if (schema.TryGetProperty("type", out var type) && !Types(type).Contains(TypeOf(value)))
        {
            return [$"{place} is {value.GetRawText()}, no {type}"];
        }

        return value.ValueKind switch
        {
            JsonValueKind.Object => Members(document, schema, value, place),
            JsonValueKind.Array => value.EnumerateArray().SelectMany((item, at)
                => Problems(document, schema.GetProperty("items"), item, $"{place}[{at}]")),
            _ => [],
        };
    }

    private static IEnumerable<string> Members(
        JsonElement document, JsonElement schema, JsonElement value, string place)
    {
        var known = schema.GetProperty("properties");
        var missing = schema.TryGetProperty("required", out var names)
            ? names.EnumerateArray().Select(name => name.GetString() ?? "").Where(name => !value.TryGetProperty(name, out _))
            : [];
        return
        [
            .. missing.Select(name => $"{place}.{name} is missing"),
            .. value.EnumerateObject().SelectMany(member => known.TryGetProperty(member.Name, out var inner)
                ? Problems(document, inner, member.Value, $"{place}.{member.Name}")
                : [$"{place}.{member.Name} is not described"]),
        ];
    }

    private static IEnumerable<string?> Types(JsonElement type)
        => type.ValueKind == JsonValueKind.Array
            ? type.EnumerateArray().Select(item => item.GetString())
            : [type.GetString(), type.GetString() == "number" ? "integer" : null];

    private static string TypeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => value.TryGetInt64(out _) ? "integer" : "number",
        JsonValueKind.Null => "null",
        _ => "boolean",
    };
}
