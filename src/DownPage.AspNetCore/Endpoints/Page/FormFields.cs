namespace DownPage.AspNetCore.Endpoints.Page;

/// <summary>
/// The fields of a form, each with its label, its hint and what is wrong with it, tied together for those who hear the
/// page. What somebody had typed comes before what the field would say by itself.
/// </summary>
/// <param name="typed">What was sent. <see cref="PageForm.None"/>: the form is new.</param>
/// <param name="refusal">Why it was refused.</param>
/// <param name="prefix">What tells this form's fields from those of others on the page.</param>
internal sealed class FormFields(PageForm typed, PageRefusal? refusal, string prefix)
{
    private static readonly Markup Ticked = Markup.Of($" checked");

    /// <summary>Whether anything in these fields is wrong, or was typed.</summary>
    public bool AreTouched(params string[] names)
        => names.Any(name => refusal?.Of(name) is not null || typed.Text(name) is not null);

    public Markup Line(string name, string label, string? value, string? hint, Markup attributes = default)
        => Framed(name, label, hint, Markup.Of($"""
            <input id="{prefix}{name}" name="{name}" value="{Typed(name, value)}"{Description(name, hint)}{attributes}>
            """));

    public Markup Area(string name, string label, string? value, string? hint, int rows)
        => Framed(name, label, hint, Markup.Of($"""
            <textarea id="{prefix}{name}" name="{name}" rows="{rows}" dir="auto"{Description(name, hint)}>
            {Typed(name, value)}</textarea>
            """));

    public Markup Choice(string name, string label, string? value, (string Value, string Label)[] options)
    {
        var chosen = typed.Typed(name) ?? value ?? "";
        return Framed(name, label, null, Markup.Of($"""
            <select id="{prefix}{name}" name="{name}"{Description(name, null)}>
            {Markup.Lines(options.Select(option => Option(option, chosen)))}
            </select>
            """));
    }

    /// <summary>One of several.</summary>
    public Markup Radios(string name, string legend, string value, (string Value, string Label)[] options)
    {
        var chosen = typed.Typed(name) ?? value;
        return Group(name, legend, "radio", options, option => string.Equals(option, chosen, StringComparison.Ordinal));
    }

    /// <summary>Any of several.</summary>
    public Markup Boxes(string name, string legend, (string Value, string Label)[] options)
        => Group(name, legend, "checkbox", options, option => typed.IsTicked(name, option));

    private Markup Group(
        string name, string legend, string type, (string Value, string Label)[] options, Func<string, bool> isTicked)
        => Markup.Of($"""
            <fieldset{Description(name, null)}>
            <legend>{legend}</legend>
            <div class="choices">
            {Markup.Lines(options.Select(option => Box(name, type, option, isTicked(option.Value))))}
            </div>
            {Error(name)}
            </fieldset>
            """);

    private static Markup Box(string name, string type, (string Value, string Label) option, bool ticked)
        => Markup.Of($"""
            <label><input type="{type}" name="{name}" value="{option.Value}"{(ticked ? Ticked : default)}>
            {option.Label}</label>
            """);

    private Markup Framed(string name, string label, string? hint, Markup control) => Markup.Of($"""
        <div class="field">
        <label for="{prefix}{name}">{label}</label>
        {Markup.Lines(control, Hint(name, hint), Error(name))}
        </div>
        """);

    private Markup Hint(string name, string? hint)
        => hint is null ? Markup.None : Markup.Of($"""<p class="hint" id="{prefix}{name}-hint">{hint}</p>""");

    private Markup Error(string name)
        => refusal?.Of(name) is { } wrong
            ? Markup.Of($"""<p class="error" id="{prefix}{name}-error">{wrong}</p>""")
            : Markup.None;

    private Markup Description(string name, string? hint)
    {
        var wrong = refusal?.Of(name) is not null;
        return (hint is not null, wrong) switch
        {
            (true, true) => Markup.Of(
                $""" aria-describedby="{prefix}{name}-error {prefix}{name}-hint" aria-invalid="true" """),
            (true, false) => Markup.Of($""" aria-describedby="{prefix}{name}-hint" """),
            (false, true) => Markup.Of($""" aria-describedby="{prefix}{name}-error" aria-invalid="true" """),
            _ => Markup.None,
        };
    }

    private static Markup Option((string Value, string Label) option, string chosen)
    {
        var isChosen = string.Equals(option.Value, chosen, StringComparison.Ordinal);
        var selected = isChosen ? Markup.Of($" selected") : default;
        return Markup.Of($"""<option value="{option.Value}"{selected}>{option.Label}</option>""");
    }

    private Markup Typed(string name, string? value) => PageText.Value(typed.Typed(name) ?? value);
}
