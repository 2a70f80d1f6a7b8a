using System.Globalization;

namespace DownPage.FrontEnds.Caddy;

/// <summary>
/// Regular expressions for the elements of <c>Accept</c> and its like (RFC 9110 12.4.2), one for each weight: tried
/// from
/// the greatest to the least, the first that matches is what the visitor likes best. A weight of 0 has none.
/// </summary>
internal static class CaddyWeights
{
    // Any parameter but the weight.
    private const string Parameters = @"(?:\s*;\s*[^\s;,=qQ][^;,=]*=[^;,]*)*";

    /// <summary>For each weight, the expression of an element of that weight whose name matches.</summary>
    /// <param name="name">The expression of the name; its group is the result.</param>
    public static IEnumerable<string> Of(string name)
    {
        yield return Element(name, @"(?:;\s*q\s*=\s*1(?:\.0*)?\s*)?");
        for (var tenths = 9; tenths > 0; tenths--)
        {
            yield return Element(name, string.Create(CultureInfo.InvariantCulture, $@";\s*q\s*=\s*0?\.{tenths}\d*\s*"));
        }

        yield return Element(name, @";\s*q\s*=\s*0?\.0\d*[1-9]\d*\s*");
    }

    private static string Element(string name, string weight)
        => @$"(?i)(?:^|,)\s*{name}{Parameters}\s*{weight}(?:,|$)";
}
