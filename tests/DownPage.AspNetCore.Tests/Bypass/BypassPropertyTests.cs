using DownPage.AspNetCore.Bypass;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Tests.Bypass;

[TestClass]
public sealed class BypassPropertyTests
{
    [TestMethod]
    public void CookieValues_OfAnyHeader_AreThoseOfASplit()
    {
        var headers = Gen.Elements("a", "ab", "b", "=", ";", " ", "; ", "x", "a=", "ab=", "\0", "\u00e9")
            .ArrayOf().Select(string.Concat);

        Prop.ForAll(headers.ToArbitrary(), header =>
        {
            var expected = header.Split(';').Select(pair => pair.Trim(' '))
                .Where(pair => pair.StartsWith("a=", StringComparison.Ordinal)).Select(pair => pair[2..]).Take(4);

            return ValuesOf(header, "a").SequenceEqual(expected);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    [TestMethod]
    public void LocalReturn_OfAnyText_IsAPathOfTheSameSiteInAscii()
    {
        var site = new Uri("https://site.example/");
        var paths = Gen.Elements(
            "/", "//", "\\", "\t", "\r\n", "evil.example", "https:", ":", "@",
            "?", "#", "..", "%2f", "%", "\u00fc", "\ud83d", "\ude80", " ", "a", "\0", "javascript:")
            .ArrayOf().Select(string.Concat);

        Prop.ForAll(paths.ToArbitrary(), path =>
        {
            var target = LocalReturn.Of(path, PathString.Empty);

            return target.StartsWith('/')
                && !target.StartsWith("//", StringComparison.Ordinal)
                && target.All(each => each is > ' ' and <= '~' and not '\\')
                && new Uri(site, target).Host == site.Host;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    [TestMethod]
    public void Allows_OfAnyCookieHeader_NeverThrowsNorPasses()
    {
        var gate = BypassSite.Gate();
        var headers = Gen.Elements(
            "__Host-downpage-pass=", "1", ".", "0", "9999999999", ";", new string('A', 43), "\u00e9", "\0", "-", "=")
            .ArrayOf().Select(string.Concat);

        Prop.ForAll(headers.ToArbitrary(), header => !gate.Allows(BypassSite.Request(header)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    private static List<string> ValuesOf(string header, string name)
    {
        var values = new List<string>();
        foreach (var value in new CookieValues(header, name))
        {
            values.Add(value.ToString());
        }

        return values;
    }
}
