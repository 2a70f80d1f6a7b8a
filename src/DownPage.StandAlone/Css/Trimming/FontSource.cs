using DownPage.StandAlone.Css.Syntax;

namespace DownPage.StandAlone.Css.Trimming;

/// <summary>An entry of the <c>src</c> of a <c>@font-face</c>.</summary>
/// <param name="Span">Where it is.</param>
/// <param name="Format">What it is to browsers.</param>
/// <param name="HasTechnologies">Whether it asks for <c>tech()</c>: not every browser takes it.</param>
internal readonly record struct FontSource(TextSpan Span, FontFormat Format, bool HasTechnologies)
{
    private static readonly string[] CurrentFormats =
        ["woff", "truetype", "opentype", "collection", "ttf", "otf", "ttc", "otc", "sfnt"];

    private static readonly string[] OutdatedFormats = ["embedded-opentype", "ms-fontobject", "eot", "svg"];

    /// <summary>Reads the entries between the commas.</summary>
    public static IReadOnlyList<FontSource> Read(string text, TextSpan value)
    {
        var sources = new List<FontSource>();
        var tokens = new CssTokenizer(text, value.Start, value.End);
        var start = -1;
        var end = 0;
        var depth = 0;
        for (var token = tokens.NextSignificant(); ; token = tokens.NextSignificant())
        {
            depth += token.Closer == CssTokenKind.CloseParen ? 1 : token.Kind == CssTokenKind.CloseParen ? -1 : 0;
            var isEnd = token.Kind == CssTokenKind.EndOfFile;
            if (!isEnd && (token.Kind != CssTokenKind.Comma || depth > 0))
            {
                start = start < 0 ? token.Start : start;
                end = token.End;
                continue;
            }
            if (start >= 0)
            {
                sources.Add(Of(text, new TextSpan(start, end)));
            }

            start = -1;
            if (isEnd)
            {
                return sources;
            }
        }
    }

    private static FontSource Of(string text, TextSpan span)
    {
        var address = "";
        var format = "";
        var function = "";
        var (isLocal, hasTechnologies) = (false, false);
        var tokens = new CssTokenizer(text, span.Start, span.End);
        for (var token = tokens.NextSignificant(); token.Kind != CssTokenKind.EndOfFile; token = tokens.NextSignificant())
        {
            var written = text.AsSpan(token.Start, token.End - token.Start);
            if (token.Kind == CssTokenKind.Function)
            {
                function = CssEscapes.Unescape(written[..^1]).ToLowerInvariant();
            }

            isLocal |= function == "local";
            hasTechnologies |= function == "tech";
            if (token.Kind == CssTokenKind.Url)
            {
                address = CssStrings.UrlContent(written);
            }
            else if (token.Kind == CssTokenKind.String && function is "url" or "src")
            {
                address = CssStrings.Content(written);
            }
            else if (function == "format" && token.Kind == CssTokenKind.String)
            {
                format = CssStrings.Content(written);
            }
            else if (function == "format" && token.Kind == CssTokenKind.Ident)
            {
                format = CssEscapes.Unescape(written);
            }
        }
        return new FontSource(span, isLocal ? FontFormat.Local : FormatOf(format, address), hasTechnologies);
    }

    private static FontFormat FormatOf(string format, string address)
    {
        if (format.Length == 0)
        {
            format = address.StartsWith("data:", StringComparison.OrdinalIgnoreCase) ? MediaType(address) : Extension(address);
        }

        if (OutdatedFormats.Any(outdated => format.Contains(outdated, StringComparison.OrdinalIgnoreCase)))
        {
            return FontFormat.Outdated;
        }

        return CurrentFormats.Any(current => format.Contains(current, StringComparison.OrdinalIgnoreCase))
            ? FontFormat.Current
            : FontFormat.Unknown;
    }

    private static string MediaType(string dataUri)
    {
        var end = dataUri.AsSpan().IndexOfAny(',', ';');
        return end < 0 ? "" : dataUri[5..end];
    }

    private static string Extension(string address)
    {
        var end = address.AsSpan().IndexOfAny('?', '#');
        var path = end < 0 ? address : address[..end];
        return Path.GetExtension(path);
    }
}
