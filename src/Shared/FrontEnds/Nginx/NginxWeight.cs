using System.Globalization;

namespace DownPage.FrontEnds.Nginx;

/// <summary>
/// The weights of an item of <c>Accept</c> or <c>Accept-Language</c> (RFC 9110 12.4.2), the greatest first, each as what
/// a regular expression has after the item. <c>map</c> tries its lines in their order: a line a weight makes the item of
/// the greatest weight win. One digit is looked at; within it the first of the list wins. The weight 0 is not among them.
/// </summary>
internal static class NginxWeight
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        @"\s*(?=[,;]|\z)(?![^,]*;\s*q=0)",
        .. Enumerable.Range(1, 9).Select(tenths => string.Create(
            CultureInfo.InvariantCulture, $@"\s*(?=;)[^,]*;\s*q=0\.{10 - tenths}")),
        @"\s*(?=;)[^,]*;\s*q=0\.0\d*[1-9]",
    ];

    /// <summary>Any weight but 0.</summary>
    public const string Some = @"\s*(?=[,;]|\z)(?![^,]*;\s*q=0(?:\.0*)?\s*(?:[,;]|\z))";
}
