namespace DownPage.Servers.Tests.Pages;

/// <summary>A page in one form and language, as the manifest has it.</summary>
/// <param name="Key">The page: <c>502</c>, <c>maintenance</c>.</param>
/// <param name="File">Its path.</param>
/// <param name="Form"><c>html</c>, <c>json</c>, <c>text</c>.</param>
/// <param name="Culture">Its language.</param>
/// <param name="IsDefault">Whether it is shown to those who ask for no language.</param>
/// <param name="ContentType">With its charset.</param>
/// <param name="RetryAfter">In seconds.</param>
/// <param name="Encodings">The same compressed: paths by content coding.</param>
internal sealed record SitePage(
    string Key,
    string File,
    string Form,
    string Culture,
    bool IsDefault,
    string ContentType,
    string? RetryAfter,
    IReadOnlyDictionary<string, string> Encodings)
{
    /// <summary>Its file and the compressed ones.</summary>
    public IEnumerable<string> Files => [File, .. Encodings.Values];
}
