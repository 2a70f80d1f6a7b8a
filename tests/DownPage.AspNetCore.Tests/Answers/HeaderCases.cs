using FsCheck;
using FsCheck.Fluent;

namespace DownPage.AspNetCore.Tests.Answers;

/// <summary>Makes headers with weights at random, and reads them the slow and plain way.</summary>
internal static class HeaderCases
{
    private static readonly string[] Weights =
        ["", "", "", ";q=0", ";q=0.0", ";q=0.001", "; q=0.5", ";q=0.5", " ; Q = 0.8", ";q=1", ";q=1.000", ";q=1.1",
            ";q=abc", ";q=", ";q=0.33333", ";level=1;q=0.3", ";q=-1", ";q=.5"];

    public static Config Many { get; } = Config.QuickThrowOnFailure.WithMaxTest(3_000);

    /// <summary>Headers of some of the names, each with some weight.</summary>
    public static Arbitrary<string> Of(params string[] names)
        => (from items in (from name in Gen.Elements(names)
                           from weight in Gen.Elements(Weights)
                           from space in Gen.Elements("", " ", "\t")
                           select space + name + weight).ListOf()
            select string.Join(",", items.Take(8))).ToArbitrary();

    public static List<(string Value, int Weight)> Read(string header)
        => [.. header.Split(',')
            .Select(item => item.Split(';').Select(part => part.Trim(' ', '\t')).ToArray())
            .Where(parts => parts[0].Length > 0)
            .Select(parts => (parts[0], Weight(parts.Skip(1))))
            .Where(item => item.Item2 >= 0)];

    private static int Weight(IEnumerable<string> parameters)
    {
        var pairs = parameters
            .Select(parameter => parameter.Split('=', 2).Select(side => side.Trim(' ', '\t')).ToArray());
        var weight = pairs.FirstOrDefault(pair => pair.Length == 2
            && pair[0].Equals("q", StringComparison.OrdinalIgnoreCase))?[1];
        return weight switch
        {
            null => 1_000,
            "0" => 0,
            "1" => 1_000,
            ['0', '.', .. var digits] when digits.All(char.IsAsciiDigit)
                => int.Parse(digits.PadRight(3, '0')[..3], System.Globalization.CultureInfo.InvariantCulture),
            ['1', '.', .. var zeros] when zeros.All(digit => digit == '0') => 1_000,
            _ => -1,
        };
    }
}
