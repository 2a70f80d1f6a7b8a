using System.Text;
using AngleSharp.Html.Parser;
using DownPage.StandAlone.Css;
using DownPage.StandAlone.Css.Selectors;
using DownPage.StandAlone.Css.Syntax;

namespace DownPage.StandAlone.Tests.Css;

/// <summary>Selectors that the page alone decides: what the library finds for the untouched selector is what stays.</summary>
[TestClass]
public sealed class RandomPagesTests
{
    private static readonly string[] Types = ["div", "p", "span", "ul", "li", "a"];
    private static readonly string[] Classes = ["a", "b", "c", "d"];

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    [DataRow(4)]
    public void Selector_OfARandomPage_StaysIfItMatchesSomething(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 40; round++)
        {
            var html = new StringBuilder("<!doctype html><body>");
            Append(html, random, 4);
            var document = new HtmlParser().ParseDocument(html.ToString());
            string[] selectors = [.. Enumerable.Range(0, 40).Select(_ => Selector(random, 2)).Where(IsTried)];
            var styles = new PageStyles(document, new PageStylesOptions { Trim = true }, new FakeResources());
            styles.Add(StyleSheet.Parse(string.Join('\n', selectors.Select(selector => selector + "{x:y}"))), "base");

            var written = string.Join('\n', styles.Write()[0]);

            var expected = selectors.Where(selector => document.QuerySelector(selector) is not null).Select(selector => selector + "{x:y}");
            Assert.AreEqual(string.Join('\n', expected), written, html.ToString());
        }
    }

    // Longer ones stay if the page has their names: trying them could take minutes.
    private static bool IsTried(string selector)
        => SelectorList.Parse(selector, new TextSpan(0, selector.Length), parent: null).Steps <= 5;

    private static void Append(StringBuilder html, Random random, int depth)
    {
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            var type = random.Next(2) == 0 ? "div" : "span";
            html.Append('<').Append(type).Append(" class='").Append(Of(random, Classes)).Append(' ').Append(Of(random, Classes)).Append("'>");
            if (depth > 0 && random.Next(3) > 0)
                Append(html, random, depth - 1);
            html.Append("</").Append(type).Append('>');
        }
    }

    private static string Selector(Random random, int depth)
    {
        var selector = new StringBuilder(Compound(random, depth));
        for (var count = random.Next(3); count > 0; count--)
            selector.Append(Of(random, [" ", " > ", " + ", " ~ "])).Append(Compound(random, depth));
        return selector.ToString();
    }

    private static string Compound(Random random, int depth)
    {
        var simple = random.Next(2) == 0 ? Of(random, Types) : "." + Of(random, Classes);
        if (depth == 0)
            return simple;
        return simple + random.Next(9) switch
        {
            // The library does not read a :not() in a :not().
            0 => $":not({Selector(random, 0)})",
            1 => $":is({Selector(random, depth - 1)}, {Selector(random, depth - 1)})",
            2 => $":has({Of(random, ["", "> ", "+ ", "~ "])}{Selector(random, depth - 1)})",
            3 => $":nth-child({random.Next(1, 4)})",
            4 => Of(random, [":first-child", ":last-child", ":only-child", ":empty", ":first-of-type"]),
            5 => $"[class~={Of(random, Classes)}]",
            _ => "",
        };
    }

    private static string Of(Random random, string[] values) => values[random.Next(values.Length)];
}
