namespace DownPage.AspNetCore.Endpoints.Page;

/// <summary>HTML that is safe to send: made of literals, and of texts that were encoded on the way in.</summary>
internal readonly record struct Markup(string? Html)
{
    public static Markup None => default;

    /// <summary>An interpolated text; whatever stands in its holes is encoded, unless it is markup itself.</summary>
    public static Markup Of(ref MarkupHandler text) => new(text.ToHtml());

    /// <summary>The parts one after the other, each on its line.</summary>
    public static Markup Lines(IEnumerable<Markup> parts)
        => new(string.Join('\n', parts.Where(part => !part.IsEmpty).Select(part => part.Html)));

    public static Markup Lines(params Markup[] parts) => Lines(parts.AsEnumerable());

    public bool IsEmpty => string.IsNullOrEmpty(Html);

    public override string ToString() => Html ?? "";
}
