namespace DownPage.Soak.Load;

/// <summary>A page of the build in one form, language and encoding.</summary>
/// <param name="Name">The file.</param>
/// <param name="Page">The page that it is a form of: <c>502.html</c>.</param>
/// <param name="Culture">Null: not said.</param>
/// <param name="MediaType">Of its form.</param>
/// <param name="Encoding">Null: as it is.</param>
/// <param name="RetryAfter">Seconds. Null: not said.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record PageFile(
    string Name, string Page, string? Culture, string MediaType, string? Encoding, string? RetryAfter, byte[] Content);
