using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DownPage.Schedule;

namespace DownPage.DownFile;

/// <summary>
/// The members of an object, each taken once. One with a value that cannot be is passed over with a warning. Names are
/// the same in upper and lower case; of members of one name the last counts.
/// </summary>
internal sealed class JsonMembers
{
    private readonly Dictionary<string, JsonProperty> members = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> asked = new(StringComparer.OrdinalIgnoreCase);
    private readonly string prefix;
    private readonly List<string> warnings;

    /// <param name="value">The object.</param>
    /// <param name="prefix">What stands before its members' names in warnings.</param>
    /// <param name="warnings">Where they go.</param>
    public JsonMembers(JsonElement value, string prefix, List<string> warnings)
    {
        this.prefix = prefix;
        this.warnings = warnings;
        foreach (var member in value.EnumerateObject())
        {
            if (JsonText.NameOf(member) is { } name)
            {
                members[name] = member;
            }
            else
            {
                warnings.Add($"A member of {prefix}{{}} has a name with half a surrogate pair. It is passed over.");
            }
        }
    }

    public string? Text(string name, int maximum)
    {
        var fits = Take(name, out var value) is { } text && text.Length <= maximum ? text : null;
        return Checked(
            name, value, fits, $"a text of at most {maximum.ToString(CultureInfo.InvariantCulture)} characters");
    }

    public string? Text(string name, Func<string, bool> fits, string expected, bool isSecret = false)
    {
        var text = Take(name, out var value) is { } known && fits(known) ? known : null;
        return Checked(name, value, text, expected, isSecret);
    }

    public bool? Flag(string name)
    {
        var text = Take(name, out var value);
        bool? flag = value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean()
            : bool.TryParse(text, out var parsed) ? parsed
            : null;
        return Checked(name, value, flag, "true or false");
    }

    public int? Integer(string name, Func<int, bool> fits, string expected)
    {
        Take(name, out var value);
        int? number = value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var parsed) && fits(parsed)
            ? parsed
            : null;
        return Checked(name, value, number, expected);
    }

    public DateTimeOffset? Moment(string name)
    {
        var moment = Take(name, out var value) is { } text ? DateTimeText.Moment(text) : null;
        return Checked(name, value, moment, "a date and time with an offset, such as \"2026-11-21T06:00:00+00:00\"");
    }

    public TimeSpan? Duration(string name, TimeSpan least, TimeSpan most)
    {
        var text = Take(name, out var value);
        TimeSpan? duration = value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var seconds)
                && seconds >= 0 && seconds <= (decimal)most.TotalSeconds
            ? new TimeSpan((long)(seconds * TimeSpan.TicksPerSecond))
            : text is not null && DurationText.TryParse(text, out var parsed) ? parsed : null;
        return Checked(
            name,
            value,
            duration >= least && duration <= most ? duration : null,
            "seconds, or a text such as \"10m\" or \"00:10:00\","
            + $" from {DurationText.Format(least)} to {DurationText.Format(most)}");
    }

    /// <summary>
    /// What <paramref name="convert"/> makes of the items; those of which it makes null are passed over.
    /// </summary>
    /// <param name="name">The list's name.</param>
    /// <param name="convert">Makes something of an item.</param>
    /// <param name="expected">What an item must be.</param>
    public IReadOnlyList<T>? Items<T>(string name, Func<JsonElement, T?> convert, string expected)
        where T : class
    {
        Take(name, out var value);
        if (value.ValueKind != JsonValueKind.Array)
        {
            return Checked<IReadOnlyList<T>>(name, value, null, "a list, each item of which is " + expected);
        }

        var items = new List<T>();
        var number = 0;
        foreach (var item in value.EnumerateArray())
        {
            if (convert(item) is { } good)
            {
                items.Add(good);
            }
            else
            {
                Warn($"{name}[{number.ToString(CultureInfo.InvariantCulture)}]", item, expected);
            }

            number++;
        }

        return items;
    }

    /// <summary>The object or list of this name as it is; null: there is no such.</summary>
    public JsonElement? Value(string name, JsonValueKind kind, string expected, bool isSecret = false)
    {
        Take(name, out var value);
        return Checked(name, value, value.ValueKind == kind ? value : (JsonElement?)null, expected, isSecret);
    }

    /// <summary>What was not taken or could not be: a writer keeps it. Null: nothing.</summary>
    /// <param name="warn">Whether members that nobody asked for are worth a warning.</param>
    public JsonObject? Rest(bool warn)
    {
        var rest = new JsonObject();
        foreach (var (name, member) in members.Where(member => !taken.Contains(member.Key)))
        {
            if (warn && asked.Add(name) && name[..Math.Min(1, name.Length)] is not ("$" or "_"))
            {
                warnings.Add($"{prefix}{name} is no member that is known. It is kept, and means nothing.");
            }

            Keep(rest, name, member.Value);
        }

        return rest.Count > 0 ? rest : null;
    }

    /// <summary>Leaves a member that was taken to <see cref="Rest"/>.</summary>
    public void PutBack(string name) => taken.Remove(name);

    private string? Take(string name, out JsonElement value)
    {
        asked.Add(name);
        value = default;
        if (!members.TryGetValue(name, out var member))
        {
            return null;
        }

        value = member.Value;
        taken.Add(name);
        return JsonText.Of(value);
    }

    private T? Checked<T>(string name, JsonElement value, T? good, string expected, bool isSecret = false)
    {
        if (good is null && value.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null))
        {
            Warn(name, isSecret ? default : value, expected);
            PutBack(name);
        }

        return good;
    }

    private void Warn(string name, JsonElement value, string expected)
        => warnings.Add($"{prefix}{name} {JsonText.Quote(value)}; it must be {expected}. It is passed over.");

    private void Keep(JsonObject rest, string name, JsonElement value)
    {
        try
        {
            rest[name] = JsonCopy.Of(value);
        }
        catch (InvalidOperationException)
        {
            warnings.Add($"{prefix}{name} holds half a surrogate pair: it is not kept when the file is written.");
        }
    }
}
