using System.Globalization;
using System.Text;

namespace DownPage.FrontEnds.Varnish;

/// <summary>
/// The pages within the configuration, each a subroutine. Read from a file, a page that is missing would be
/// <c>(null)</c>, and one that was replaced would stay what it was for as long as an older configuration is kept.
/// </summary>
internal sealed class VclPages(IEnumerable<FrontEndPage> pages)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly IReadOnlyList<FrontEndFile> files =
        [.. pages.SelectMany(page => page.Files.Where(file => !IsTwin(page, file))).DistinctBy(file => file.Path)];

    /// <summary>The subroutines.</summary>
    /// <exception cref="FrontEndException">A page cannot be written.</exception>
    public string Subroutines()
        => string.Concat(files.Select((file, index) => string.Create(
            CultureInfo.InvariantCulture,
            $"# {file.Path}\nsub downpage_{index} {{\n    synthetic({VclText.Quote(Content(file))});\n}}\n\n")));

    /// <summary>Statements that answer with the page in the form and the language that were chosen.</summary>
    /// <param name="page">The page.</param>
    /// <param name="request">Where they stand: <c>req</c>, <c>bereq</c>.</param>
    /// <param name="response">What they make: <c>resp</c>, <c>beresp</c>.</param>
    /// <param name="indent">Spaces before each.</param>
    public string Answer(FrontEndPage page, string request, string response, string indent)
    {
        var text = new StringBuilder();
        var word = "if";
        foreach (var file in page.Files.OrderBy(file => file == page.Of(file.Form))
            .Where(file => file != page.Default && !IsTwin(page, file)))
        {
            var condition = $"{request}.http.DownPage-Form == \"{VclChoice.NameOf(file.Form)}\"";
            if (file != page.Of(file.Form) && file.Culture is { } culture)
            {
                condition += $" && {request}.http.DownPage-Language == {VclText.QuoteLine(culture)}";
            }

            text.Append(CultureInfo.InvariantCulture, $"{indent}{word} ({condition}) {{\n")
                .Append(Send(file, response, indent + "    "))
                .Append(CultureInfo.InvariantCulture, $"{indent}}}\n");
            word = "else if";
        }

        return word == "if"
            ? Send(page.Default, response, indent)
            : text.Append(CultureInfo.InvariantCulture, $"{indent}else {{\n")
                .Append(Send(page.Default, response, indent + "    "))
                .Append(CultureInfo.InvariantCulture, $"{indent}}}\n").ToString();
    }

    /// <summary>Whether it is the default file of its form over again, under the name of its language.</summary>
    private static bool IsTwin(FrontEndPage page, FrontEndFile file)
        => page.Of(file.Form) is { } standard && standard != file && standard.Culture == file.Culture;

    private string Send(FrontEndFile file, string response, string indent)
    {
        var index = Enumerable.Range(0, files.Count).First(number => files[number].Path == file.Path);
        var language = file.Culture is { } culture
            ? $"{indent}set {response}.http.Content-Language = {VclText.QuoteLine(culture)};\n"
            : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{indent}set {response}.http.Content-Type = {VclText.QuoteLine(file.ContentType)};\n{language}")
            + string.Create(CultureInfo.InvariantCulture, $"{indent}call downpage_{index};\n");
    }

    private static string Content(FrontEndFile file)
    {
        try
        {
            return Strict.GetString(file.Read());
        }
        catch (DecoderFallbackException)
        {
            throw new FrontEndException(
                DiagnosticCodes.FrontEndValueRefused,
                $"Varnish's configuration cannot have the page '{file.Path}': it is not UTF-8 ({file.ContentType}). Let the "
                + "page be UTF-8, which is the default.");
        }
    }
}
