using System.Diagnostics;
using System.Text.RegularExpressions;
using DownPage.AspNetCore.Passing;
using FsCheck;
using FsCheck.Fluent;

namespace DownPage.AspNetCore.Tests.Passing;

/// <summary>Random rules and paths of few letters, against models that are too simple to be wrong.</summary>
[TestClass]
public sealed class PathModelTests
{
    private static readonly Gen<string> Segment =
        Gen.Elements("a", "A", "b", "ab", "aab", "", "é", "É", "a%2Fb", "...");

    private static readonly Gen<string> AnyPath =
        from segments in Segment.ArrayOf()
        from end in Gen.Elements("", "/")
        select "/" + string.Join('/', segments.Take(6)) + end;

    private static readonly Gen<string> AnyRule =
        from segments in Gen.Elements("a", "A", "b", "ab", "é").NonEmptyListOf()
        from end in Gen.Elements("", "/")
        select "/" + string.Join('/', segments.Take(4)) + end;

    private static readonly Gen<string> AnyGlob =
        from segments in Gen.Elements("a", "b", "*", "**", "**", "?", "a*", "*b", "a?b", "*a*b*").NonEmptyListOf()
        select "/" + string.Join('/', segments.Take(5));

    [TestMethod]
    public void Prefixes_AnyPath_AreWhatStartsWithThem()
        => Check(
            from rules in AnyRule.ListOf() from path in AnyPath select (rules.ToArray(), path),
            (rules, path) => PrefixTrie.Create(rules).Covers(path)
                == rules.Select(rule => rule.TrimEnd('/')).Any(rule =>
                    path.Equals(rule, StringComparison.OrdinalIgnoreCase)
                    || path.StartsWith(rule + '/', StringComparison.OrdinalIgnoreCase)));

    [TestMethod]
    public void PrefixesThatRefuse_AnyPath_DoNotSeeEmptySegments()
        => Check(
            from rules in AnyRule.ListOf() from path in AnyPath select (rules.ToArray(), path),
            (rules, path) => PrefixTrie.Create(rules).CoversLoosely(path)
                == PrefixTrie.Create(rules).Covers(
                    '/' + string.Join('/', path.Split('/', StringSplitOptions.RemoveEmptyEntries))));

    [TestMethod]
    public void Paths_AnyPath_AreThoseOfTheList()
        => Check(
            from rules in AnyRule.ListOf() from path in AnyPath select (rules.ToArray(), path),
            (rules, path) =>
            {
                var options = new MaintenanceModeOptions();
                rules.ToList().ForEach(options.Allow.Paths.Add);
                var without = path.Length > 1 && path[^1] == '/' ? path[..^1] : path;
                return new PathRules(options.Allow, null).Allow(path)
                    == rules.Any(rule => rule.TrimEnd('/').Equals(without, StringComparison.OrdinalIgnoreCase));
            });

    [TestMethod]
    public void Globs_AnyPath_AreTheirRegularExpressions()
        => Check(
            from glob in AnyGlob from path in AnyPath select (new[] { glob }, path),
            (globs, path) => new GlobPattern(globs[0]).Matches(path)
                == Model(globs[0]).IsMatch(path[^1] == '/' ? path[..^1] : path),
            8_000);

    [TestMethod]
    [Timeout(20_000, CooperativeCancellation = true)]
    public void Glob_MadeToTakeLong_DoesNot()
    {
        var glob = new GlobPattern("/" + string.Concat(Enumerable.Repeat("**/*a*a*a*/", 40)) + "b");
        var path = string.Concat(Enumerable.Repeat("/aaaaaaaaaaaaaaa", 500));
        var watch = Stopwatch.StartNew();

        Assert.IsFalse(glob.Matches(path));
        Assert.IsLessThan(TimeSpan.FromSeconds(5), watch.Elapsed);
    }

    [TestMethod]
    [Timeout(20_000, CooperativeCancellation = true)]
    public void Pattern_MadeToTakeLong_DoesNot()
    {
        Assert.IsTrue(AnchoredPattern.TryParse("/(a+)+(a|aa)*b", out var pattern, out _));
        var watch = Stopwatch.StartNew();

        Assert.IsFalse(pattern.Matches("/" + new string('a', 8_000)));
        Assert.IsLessThan(TimeSpan.FromSeconds(5), watch.Elapsed);
    }

    [TestMethod]
    public void DeviousPaths_AnyForm_AreThoseThatMoveWhenResolved()
    {
        var pieces = Gen.Elements("/", "/", "a", ".", "..", "%2e", "%2E%2e", "%2f", "%2F", ";", ";x", "%41", "%", "%2");
        Prop.ForAll(
            pieces.ListOf().Select(list => '/' + string.Concat(list)).Resize(10).ToArbitrary(),
            path =>
            {
                var decoded = Regex.Replace(
                    path,
                    "%(2e|2f|41)",
                    found => ((char)Convert.ToInt32(found.Groups[1].Value, 16)).ToString(),
                    RegexOptions.IgnoreCase);
                var expected = decoded.Split('/')
                    .Select(segment => segment.Split(';')[0])
                    .Any(name => name is "." or "..");
                return DeviousPath.IsDevious(path) == expected;
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(10_000));
    }

    private static void Check(
        Gen<(string[] Rules, string Path)> cases, Func<string[], string, bool> holds, int tests = 3_000)
        => Prop.ForAll(cases.Resize(8).ToArbitrary(), one => holds(one.Rules, one.Path))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(tests));

    private static Regex Model(string glob)
        => new(
            @"\A" + string.Concat(glob[1..].Split('/').Select(OfSegment)) + @"\z",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static string OfSegment(string segment)
        => segment == "**"
            ? "(?:/[^/]*)*"
            : "/(?=[^/])" + Regex.Escape(segment)
                .Replace(@"\*", "[^/]*", StringComparison.Ordinal)
                .Replace(@"\?", "[^/]", StringComparison.Ordinal);
}
