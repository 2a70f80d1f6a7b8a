using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace DownPage.AspNetCore.Endpoints.Page;

/// <summary>Makes markup of an interpolated text, so that encoding cannot be forgotten.</summary>
[InterpolatedStringHandler]
internal readonly ref struct MarkupHandler
{
    private readonly StringBuilder html;

    public MarkupHandler(int literalLength, int formattedCount)
        => html = new StringBuilder(literalLength + (formattedCount * 16));

    public void AppendLiteral(string literal) => html.Append(literal);

    /// <summary>As people are to see it: what would reorder or hide a text is shown by its number.</summary>
    public void AppendFormatted(string? text) => html.Append(PageText.Encode(PageText.Visible(text)));

    public void AppendFormatted(Markup markup) => html.Append(markup.Html);

    public void AppendFormatted(int number) => html.Append(number.ToString(CultureInfo.InvariantCulture));

    public string ToHtml() => html.ToString();
}
