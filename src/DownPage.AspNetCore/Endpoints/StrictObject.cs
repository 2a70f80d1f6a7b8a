using System.Text.Json;
using DownPage.DownFile;
using DownPage.Text;

namespace DownPage.AspNetCore.Endpoints;

/// <summary>
/// A body that is an object. What the reader of the down file passes over with a warning is an error here: who asks is
/// there to be told.
/// </summary>
internal sealed class StrictObject : IDisposable
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32 };

    private readonly JsonDocument? document;

    private StrictObject(JsonDocument? document, string? unreadable)
    {
        this.document = document;
        Unreadable = unreadable;
    }

    /// <summary>Why it cannot be read: "is no JSON". Null: it can.</summary>
    public string? Unreadable { get; }

    /// <summary>All that is wrong. Readers of values add to it.</summary>
    public List<string> Errors { get; } = [];

    public JsonElement Root => document?.RootElement ?? default;

    /// <param name="body">What was sent. Empty: an object without members.</param>
    /// <param name="names">The members that it may have.</param>
    public static StrictObject Parse(ReadOnlyMemory<byte> body, IReadOnlyList<string> names)
    {
        var text = body.Span.StartsWith("\uFEFF"u8) ? body[3..] : body;
        if (text.Span.Trim(" \t\r\n"u8).IsEmpty)
        {
            return new StrictObject(JsonDocument.Parse("{}"), null);
        }

        try
        {
            var document = JsonDocument.Parse(text, Strict);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                document.Dispose();
                return new StrictObject(null, "is JSON, but no object");
            }

            var parsed = new StrictObject(document, null);
            parsed.CheckNames(names);
            return parsed;
        }
        catch (JsonException wrong)
        {
            return new StrictObject(null, "is no JSON: " + wrong.Message.TrimEnd('.'));
        }
    }

    /// <summary>The members, by the reader that adds to <see cref="Errors"/>.</summary>
    public JsonMembers Members() => new(Root, "", Errors);

    /// <summary>A text that stays on one line, in a log too.</summary>
    public string? Line(JsonMembers members, string name, int longest)
        => Checked(name, members.Text(name, longest), each => char.IsControl(each) || each is '\u2028' or '\u2029');

    /// <summary>A text that may have several lines.</summary>
    public string? Lines(JsonMembers members, string name, int longest)
        => Checked(
            name, members.Text(name, longest), each => char.IsControl(each) && each is not ('\n' or '\r' or '\t'));

    /// <summary>What is wrong, in words for somebody who asks and not for the log of a file.</summary>
    public IReadOnlyList<string> Told()
        => [.. Errors.Select(error => error
            .Replace(" It is passed over.", "", StringComparison.Ordinal)
            .Replace("window: ", "", StringComparison.Ordinal)
            .Replace("window.", "", StringComparison.Ordinal))];

    public void Dispose() => document?.Dispose();

    private string? Checked(string name, string? text, Func<char, bool> isBad)
    {
        if (text?.Any(isBad) == true)
        {
            Errors.Add($"{name} has a control character in it; leave that out.");
            return null;
        }

        return text;
    }

    private void CheckNames(IReadOnlyList<string> names)
    {
        var met = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in Root.EnumerateObject())
        {
            // One whose name is no text is told of by the reader of the members.
            if (JsonText.NameOf(member) is not { } name)
            {
                continue;
            }

            if (!names.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                Errors.Add($"{Shown(name)} is no member that is known; {Meant(name, names)}");
            }
            else if (!met.Add(name))
            {
                Errors.Add($"{name} is there twice.");
            }
            else if (member.Value.ValueKind == JsonValueKind.Null)
            {
                Errors.Add($"{name} is null; leave it out. PUT replaces all that was asked for before.");
            }
        }
    }

    private static string Meant(string name, IReadOnlyList<string> names)
        => name.Length < 100 && NearestName.Find(name, names) is { } near
            ? $"did you mean {near}?"
            : $"there are {string.Join(", ", names)}.";

    private static string Shown(string name)
        => string.Concat((name.Length > 80 ? name[..80] : name)
            .Select(letter => char.IsControl(letter) || char.IsSurrogate(letter) ? ' ' : letter));
}
