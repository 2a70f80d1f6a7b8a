namespace DownPage.Browser.Tests.Sites;

/// <summary>A page, and where the app answers the same view.</summary>
/// <param name="File">The page, relative to <c>_downpage</c>.</param>
/// <param name="Path">Path and query of the app's answer.</param>
/// <param name="Language">What the browser asks for.</param>
internal sealed record ComparedPage(string File, string Path, string Language = "en");
