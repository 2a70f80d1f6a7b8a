using System.Globalization;

namespace DownPage.FrontEnds.Nginx;

/// <summary>
/// The names of variables of <c>http</c>, which all sites of a server share: with the app's name in them.
/// </summary>
internal sealed class NginxNames(string application)
{
    // nginx puts all names into a table whose places have 46 characters.
    private const int Longest = 16;

    /// <summary>The app's name as a part of others: <c>shop</c>.</summary>
    public string Application { get; } = Part(application);

    /// <summary>With the dollar: <c>$downpage_shop_form</c>.</summary>
    public string Of(string what) => "$downpage_" + Application + "_" + what;

    private static string Part(string application)
    {
        var part = string.Concat(application.Select(
            character => char.IsAsciiLetterOrDigit(character) ? char.ToLowerInvariant(character) : '_'));
        return part.Length <= Longest ? part
            : string.Create(CultureInfo.InvariantCulture, $"{part[..(Longest - 5)]}_{Sum(part):x4}");
    }

    private static int Sum(string part)
        => part.Aggregate(0, (sum, character) => ((sum * 31) + character) & 0xFFFF);
}
