using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace DownPage.StandAlone.Checks;

/// <summary>An element as a message shows it.</summary>
internal static partial class StartTag
{
    private const int Longest = 100;

    /// <summary><c>&lt;img src="/logo.png"></c>, cut where it becomes long.</summary>
    public static string Of(IElement element)
    {
        var attributes = element.Attributes.Select(attribute => $" {attribute.Name}=\"{Start(WithoutPassword(attribute.Value))}\"");
        var tag = $"<{element.LocalName}{string.Concat(attributes)}>".ReplaceLineEndings(" ");
        return Cut(tag);
    }

    // Of a value of thousands of characters, asked for thousands of times, no more than can be shown.
    private static string Start(string value) => value.Length <= Longest ? value : value[..Longest];

    /// <summary>
    /// The text, at most as long as a start tag in a message may be, and without the password of an address.
    /// </summary>
    public static string Cut(string text)
    {
        var shown = WithoutPassword(text);
        return shown.Length <= Longest ? shown : shown[..(Longest - 1)] + "…";
    }

    private static string WithoutPassword(string text)
        => text.Contains('@', StringComparison.Ordinal) ? Password().Replace(text, "$1…@") : text;

    [GeneratedRegex(@"(//[^/\s'""@:]*:)[^/\s'""@]+@", RegexOptions.CultureInvariant)]
    private static partial Regex Password();
}
