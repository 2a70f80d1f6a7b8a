namespace DownPage.AspNetCore.Answers;

/// <summary>A tag of a page, as places within its bytes.</summary>
internal readonly record struct HtmlTag
{
    /// <summary>The tag, from <c>&lt;</c> to behind <c>&gt;</c>.</summary>
    public Range Whole { get; init; }

    /// <summary>The element's name.</summary>
    public Range Name { get; init; }

    public bool IsEnd { get; init; }

    /// <summary>
    /// Whether nothing can be within: <c>&lt;path/&gt;</c> in SVG. HTML's own elements do not know that.
    /// </summary>
    public bool IsEmpty { get; init; }

    /// <summary>The value of <c>data-downpage</c>; empty: there is none.</summary>
    public Range Slot { get; init; }

    /// <summary>The attribute <c>hidden</c>, with the space before; empty: there is none.</summary>
    public Range Hidden { get; init; }

    /// <summary>The attribute <c>datetime</c>, with the space before; empty: there is none.</summary>
    public Range DateTime { get; init; }
}
