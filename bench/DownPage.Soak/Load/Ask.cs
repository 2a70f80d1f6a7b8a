namespace DownPage.Soak.Load;

/// <summary>A request, and what the app says to it.</summary>
/// <param name="Name">For the report: method, path, what is special.</param>
/// <param name="Bytes">As they are sent.</param>
/// <param name="IsHead">Whether no body comes.</param>
/// <param name="StatusCode">The app's.</param>
/// <param name="Body">The app's; empty for HEAD.</param>
/// <param name="MediaType">What a page has to be where it is negotiated.</param>
/// <param name="Culture">And in which language.</param>
internal sealed record Ask(
    string Name, byte[] Bytes, bool IsHead, int StatusCode, byte[] Body, string MediaType, string Culture);
