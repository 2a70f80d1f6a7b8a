using AngleSharp.Dom;

namespace DownPage.StandAlone.Markup;

/// <summary>The relations of a <c>link</c>, in lower case.</summary>
internal static class LinkRelation
{
    private static readonly char[] WhiteSpace = [' ', '\t', '\n', '\r', '\f'];

    public static string[] Of(IElement link) => (link.GetAttribute("rel") ?? "")
        .ToLowerInvariant().Split(WhiteSpace, StringSplitOptions.RemoveEmptyEntries);
}
