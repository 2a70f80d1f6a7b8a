using System.Text.RegularExpressions;

namespace DownPage.FrontEnds.Clouds;

/// <summary>Who gets through while a load balancer answers with the page, as the conditions of as many rules.</summary>
internal static partial class AlbConditions
{
    // Of one condition; a rule takes five in all.
    private const int MostValues = 3;

    /// <exception cref="FrontEndException">A path cannot be written as a pattern.</exception>
    public static IEnumerable<AlbCondition> Of(FrontEndSite site)
        => [
            new AlbCondition("http-header", "HttpHeaderConfig", [$"*{FrontEndSite.BypassCookie}=*"], "Cookie"),
            .. Chunks("path-pattern", "PathPatternConfig", site.Bypass.SelectMany(Patterns)),
            .. Chunks("source-ip", "SourceIpConfig", site.Allow.Select(network => network.ToString())),
        ];

    private static IEnumerable<AlbCondition> Chunks(string field, string member, IEnumerable<string> values)
        => values.Distinct(StringComparer.Ordinal).Chunk(MostValues)
            .Select(chunk => new AlbCondition(field, member, chunk));

    private static IEnumerable<string> Patterns(BypassPath path)
    {
        if (!PatternSyntax().IsMatch(path.Path))
        {
            throw new FrontEndException(
                DiagnosticCodes.FrontEndValueRefused,
                $"The path '{path.Path}' cannot be written for alb: a path pattern of a load balancer has at most 126 "
                + "of the characters A-Z, a-z, 0-9 and _-.$/~\"'@:+. Leave it out of the paths that pass, or name a "
                + "folder above it.");
        }

        return path.WithAllBelow ? [path.Path, path.Path + "/*"] : [path.Path];
    }

    [GeneratedRegex("""^[A-Za-z0-9_\-.$/~"'@:+]{0,126}\z""")]
    private static partial Regex PatternSyntax();
}
