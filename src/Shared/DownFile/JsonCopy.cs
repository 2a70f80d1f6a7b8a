using System.Text.Json;
using System.Text.Json.Nodes;

namespace DownPage.DownFile;

/// <summary>
/// A copy of a part of a document that outlives it. Made member by member: the framework's nodes throw when they are
/// asked about an object that has a member twice, and here the last one counts.
/// </summary>
internal static class JsonCopy
{
    /// <exception cref="InvalidOperationException">A text in it holds half a surrogate pair.</exception>
    public static JsonNode? Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => OfObject(value),
        JsonValueKind.Array => new JsonArray([.. value.EnumerateArray().Select(Of)]),
        JsonValueKind.String => JsonValue.Create(value.GetString()),
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        _ => JsonValue.Create(value.Clone()),
    };

    private static JsonObject OfObject(JsonElement value)
    {
        var copy = new JsonObject();
        foreach (var member in value.EnumerateObject())
        {
            copy[member.Name] = Of(member.Value);
        }

        return copy;
    }
}
