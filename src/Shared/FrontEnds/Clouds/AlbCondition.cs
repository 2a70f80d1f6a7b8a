using System.Text.Json;

namespace DownPage.FrontEnds.Clouds;

/// <summary>The condition of a rule that lets a request through.</summary>
/// <param name="Field">What is looked at: <c>source-ip</c>.</param>
/// <param name="Member">What holds the values: <c>SourceIpConfig</c>.</param>
/// <param name="Values">One of them must match.</param>
/// <param name="Header">The header that is looked at. Null: none is.</param>
internal sealed record AlbCondition(string Field, string Member, IReadOnlyList<string> Values, string? Header = null)
{
    /// <summary>As a list of one: a rule takes a list.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        json.WriteStartObject();
        json.WriteString(nameof(Field), Field);
        json.WriteStartObject(Member);
        if (Header is not null)
        {
            json.WriteString("HttpHeaderName", Header);
        }

        CloudJson.Texts(json, nameof(Values), Values);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
