using DownPage.PageManifest;

namespace DownPage.FrontEnds;

/// <summary>A page in all its languages and forms.</summary>
/// <param name="Key">What it is called in configuration: <c>502</c>, <c>maintenance</c>.</param>
/// <param name="StatusCode">The status that it is answered with.</param>
/// <param name="RetryAfter">Seconds (RFC 9110 10.2.3). Null: no header.</param>
/// <param name="Files">Its files, the default one first.</param>
internal sealed record FrontEndPage(string Key, int StatusCode, int? RetryAfter, IReadOnlyList<FrontEndFile> Files)
{
    /// <summary>The file for whoever asks for nothing: HTML in the default language.</summary>
    public FrontEndFile Default => Files[0];

    /// <summary>The default language's file of a form. Null: the page is not there in that form.</summary>
    public FrontEndFile? Of(ManifestForm form)
        => Files.FirstOrDefault(file => file.Form == form && file.IsDefault)
            ?? Files.FirstOrDefault(file => file.Form == form);

    /// <summary>The file of a form in a language. Null: there is none.</summary>
    public FrontEndFile? Of(ManifestForm form, string culture)
        => Files.FirstOrDefault(
            file => file.Form == form && string.Equals(file.Culture, culture, StringComparison.OrdinalIgnoreCase));
}
