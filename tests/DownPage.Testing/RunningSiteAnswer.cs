using System.Text;

namespace DownPage.Testing;

/// <summary>What a running site answered.</summary>
/// <param name="StatusCode">The status of the answer.</param>
/// <param name="ContentType">Its content type with parameters; null when it has none.</param>
/// <param name="Body">Its body, as sent.</param>
public sealed record RunningSiteAnswer(int StatusCode, string? ContentType, byte[] Body)
{
    /// <summary>The body as text.</summary>
    public string Text => Encoding.UTF8.GetString(Body);
}
