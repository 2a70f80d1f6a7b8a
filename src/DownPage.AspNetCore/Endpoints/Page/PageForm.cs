namespace DownPage.AspNetCore.Endpoints.Page;

/// <summary>What somebody sent by a form of the page, which has it again when it is refused.</summary>
internal sealed class PageForm
{
    public const string ActionField = "action";
    public const string RevisionField = "revision";

    private readonly IReadOnlyDictionary<string, string[]> fields;

    public PageForm(IReadOnlyDictionary<string, string[]> fields) => this.fields = fields;

    /// <summary>Nobody has sent anything.</summary>
    public static PageForm None { get; } = new(new Dictionary<string, string[]>());

    public bool IsNone => fields.Count == 0;

    /// <summary>One of <see cref="Switching.ChangeAction"/>; anything else that somebody made up.</summary>
    public string Action => Text(ActionField) ?? "";

    /// <summary>The revision of the state that was looked at. Null: not said.</summary>
    public string? Revision => Text(RevisionField);

    /// <summary>
    /// What was typed, without blanks around it; lines end as everywhere else, not as browsers send them. Null:
    /// nothing.
    /// </summary>
    public string? Text(string name)
        => fields.TryGetValue(name, out var values) && values.Length > 0 && Plain(values[0]) is { Length: > 0 } text
            ? text
            : null;

    /// <summary>What was typed as it was. Null: the field was not sent.</summary>
    public string? Typed(string name) => fields.TryGetValue(name, out var values) ? string.Join("\n", values) : null;

    /// <summary>Whether a box of a group was ticked.</summary>
    public bool IsTicked(string name, string value)
        => fields.TryGetValue(name, out var values) && values.Contains(value, StringComparer.Ordinal);

    /// <summary>What was typed as a list, one on each line or with commas between. Empty: nothing.</summary>
    public IReadOnlyList<string> Items(string name)
        => fields.TryGetValue(name, out var values)
            ?
            [
                .. values.SelectMany(value => value.Split(
                    ['\n', '\r', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
            ]
            : [];

    private static string Plain(string text) => text.ReplaceLineEndings("\n").Trim();
}
