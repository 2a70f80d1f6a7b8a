using System.Text;

namespace DownPage.StandAlone.Markup;

/// <summary>
/// The encodings that browsers know by a name, which are not all those that the name stands for elsewhere.
/// </summary>
internal static class PageCharset
{
    private const string Latin = "windows-1252";

    /// <param name="label">As a <c>Content-Type</c> says it, with or without quotes; null: it says nothing.</param>
    public static Encoding? Find(string? label)
    {
        var name = label?.Trim('"', ' ').ToLowerInvariant() switch
        {
            // Browsers read the older two as what contains them.
            "iso-8859-1" or "latin1" or "us-ascii" or "ascii" => Latin,
            var other => other,
        };
        if (string.IsNullOrEmpty(name))
        {
            return null;
        }

        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
