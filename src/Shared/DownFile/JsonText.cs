using System.Text.Json;

namespace DownPage.DownFile;

/// <summary>
/// Texts of a document as it was parsed. It may hold half a surrogate pair, which is no text, and throws when it is
/// read.
/// </summary>
internal static class JsonText
{
    private const int MaximumQuote = 80;

    /// <summary>The text of a value; null: it is none.</summary>
    public static string? Of(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The name of a member; null: it is no text.</summary>
    public static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>What a value is, for a message: not all of a long one, nothing that would break a log's line.</summary>
    public static string Quote(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            return "has a value that cannot be";
        }

        var raw = string.Concat(
            value.GetRawText().Take(MaximumQuote).Select(letter => char.IsControl(letter) ? ' ' : letter));
        return "is " + (raw.Length == MaximumQuote ? raw + "…" : raw);
    }
}
