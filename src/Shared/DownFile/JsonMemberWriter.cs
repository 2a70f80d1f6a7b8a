using System.Text.Json;
using System.Text.Json.Nodes;

namespace DownPage.DownFile;

/// <summary>
/// Writes an object's members, leaving out what is null, and at last those of <paramref name="unknown"/> that were not
/// written.
/// </summary>
internal sealed class JsonMemberWriter(Utf8JsonWriter writer, JsonObject? unknown)
{
    private readonly HashSet<string> written = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The name of a member whose value comes next.</summary>
    public void Begin(string name)
    {
        written.Add(name);
        writer.WritePropertyName(name);
    }

    public void Text(string name, string? value)
    {
        if (value is not null)
        {
            Begin(name);
            writer.WriteStringValue(value);
        }
    }

    public void Flag(string name, bool value)
    {
        Begin(name);
        writer.WriteBooleanValue(value);
    }

    public void Number(string name, int? value)
    {
        if (value is { } number)
        {
            Begin(name);
            writer.WriteNumberValue(number);
        }
    }

    public void Seconds(string name, TimeSpan? value)
    {
        if (value is { } span)
        {
            Begin(name);

            // A whole number without decimals, and no error of binary fractions.
            writer.WriteNumberValue(span.Ticks / (decimal)TimeSpan.TicksPerSecond);
        }
    }

    public void Moment(string name, DateTimeOffset? value)
    {
        if (value is { } moment)
        {
            Begin(name);
            writer.WriteStringValue(moment);
        }
    }

    public void Texts(string name, IReadOnlyList<string>? values)
    {
        if (values is not null)
        {
            Begin(name);
            writer.WriteStartArray();
            foreach (var value in values)
            {
                writer.WriteStringValue(value);
            }

            writer.WriteEndArray();
        }
    }

    public void Numbers(string name, IReadOnlyList<int>? values)
    {
        if (values is not null)
        {
            Begin(name);
            writer.WriteStartArray();
            foreach (var value in values)
            {
                writer.WriteNumberValue(value);
            }

            writer.WriteEndArray();
        }
    }

    public void Rest()
    {
        foreach (var (name, value) in unknown ?? [])
        {
            if (written.Add(name))
            {
                writer.WritePropertyName(name);
                Write(writer, value);
            }
        }
    }

    public static void Write(Utf8JsonWriter writer, JsonNode? value)
    {
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            value.WriteTo(writer);
        }
    }
}
