using Microsoft.Extensions.Primitives;

namespace DownPage.AspNetCore.Answers;

/// <summary>The form that a client is answered in, by <c>Accept</c> (RFC 9110 12.5.1).</summary>
/// <param name="Format">The form.</param>
/// <param name="AsProblem">
/// Whether JSON may be called <c>application/problem+json</c>; else it is <c>application/json</c>.
/// </param>
internal readonly record struct FormatChoice(AnswerFormat Format, bool AsProblem)
{
    // How exactly a range names a form: the exacter range decides its weight, and between forms of equal weight.
    private const int AnyType = 0;
    private const int AnySubtype = 1;
    private const int Alias = 2;
    private const int Exact = 3;

    /// <summary>
    /// The form of the greatest weight, of these the one that is named most exactly (<c>application/json, */*</c> wants
    /// JSON), of these HTML before JSON before text. Where nothing of it can be had, text: whoever reads it understands
    /// that.
    /// </summary>
    /// <param name="accept">The header.</param>
    /// <param name="jsonFirst">Whether JSON comes before HTML, for clients that are programs.</param>
    public static FormatChoice Of(StringValues accept, bool jsonFirst)
    {
        Offer html = default, problem = default, json = default, text = default;
        var any = false;
        var ranges = new WeightedItems(accept);
        while (ranges.MoveNext())
        {
            any = true;
            Read(ranges.Value, ranges.Weight, ref html, ref problem, ref json, ref text);
        }

        if (!any)
        {
            return new FormatChoice(jsonFirst ? AnswerFormat.Json : AnswerFormat.Html, AsProblem: true);
        }

        var family = json.IsBetterThan(problem) ? json : problem;
        var first = jsonFirst ? family : html;
        var second = jsonFirst ? html : family;
        var better = second.IsBetterThan(first) ? second : first;
        if (!text.IsBetterThan(better) && better.IsAcceptable)
        {
            var isJson = second.IsBetterThan(first) ^ jsonFirst;
            var asProblem = problem.IsAcceptable && problem.Weight >= json.Weight;
            return new FormatChoice(isJson ? AnswerFormat.Json : AnswerFormat.Html, asProblem);
        }

        return new FormatChoice(AnswerFormat.Text, AsProblem: true);
    }

    private static void Read(
        ReadOnlySpan<char> range, int weight, ref Offer html, ref Offer problem, ref Offer json, ref Offer text)
    {
        // "*" alone is sent by old Java clients.
        if (range is "*/*" or "*")
        {
            html.Take(AnyType, weight);
            problem.Take(AnyType, weight);
            json.Take(AnyType, weight);
            text.Take(AnyType, weight);
        }
        else if (Is(range, "text/html"))
        {
            html.Take(Exact, weight);
        }
        else if (Is(range, "application/xhtml+xml"))
        {
            html.Take(Alias, weight);
        }
        else if (Is(range, "application/json"))
        {
            json.Take(Exact, weight);
        }
        else if (Is(range, "application/problem+json"))
        {
            problem.Take(Exact, weight);
        }
        else if (Is(range, "text/plain"))
        {
            text.Take(Exact, weight);
        }
        else if (Is(range, "text/*"))
        {
            html.Take(AnySubtype, weight);
            text.Take(AnySubtype, weight);
        }
        else if (Is(range, "application/*"))
        {
            problem.Take(AnySubtype, weight);
            json.Take(AnySubtype, weight);
        }
        else if (Is(range, "text/json"))
        {
            json.Take(Alias, weight);
        }
        else if (range.EndsWith("+json", StringComparison.OrdinalIgnoreCase))
        {
            problem.Take(Alias, weight);
        }
    }

    private static bool Is(ReadOnlySpan<char> range, string type)
        => range.Equals(type, StringComparison.OrdinalIgnoreCase);

    /// <summary>What the header says of a form.</summary>
    private struct Offer
    {
        // Counted from one, so that a form of which nothing was said comes last.
        private int exactness;

        public int Weight { get; private set; }

        public readonly bool IsAcceptable => Weight > 0;

        public void Take(int exactly, int weight)
        {
            if (exactly + 1 > exactness || (exactly + 1 == exactness && weight > Weight))
            {
                exactness = exactly + 1;
                Weight = weight;
            }
        }

        public readonly bool IsBetterThan(Offer other)
            => Weight > other.Weight || (Weight == other.Weight && Weight > 0 && exactness > other.exactness);
    }
}
