using Microsoft.Extensions.Primitives;

namespace DownPage.AspNetCore.Answers;

/// <summary>
/// The elements of a header such as <c>Accept</c>, with their weights (RFC 9110 12.4.2), in the header's order. An
/// element whose weight cannot be read is passed over. Reads a bounded part of the header, since its sender is a
/// stranger; allocates nothing.
/// </summary>
internal ref struct WeightedItems(StringValues header)
{
    /// <summary>The weight of an element that says none, in thousandths.</summary>
    public const int FullWeight = 1_000;

    public const int LongestLine = 8_192;
    public const int MostItems = 64;

    private readonly StringValues header = header;
    private ReadOnlySpan<char> rest;
    private int line;
    private int items;

    /// <summary>The element without its parameters, never empty.</summary>
    public ReadOnlySpan<char> Value { get; private set; }

    /// <summary>In thousandths, 0 to 1,000.</summary>
    public int Weight { get; private set; }

    public bool MoveNext()
    {
        while (items < MostItems)
        {
            if (rest.IsEmpty)
            {
                if (line >= header.Count)
                {
                    return false;
                }

                rest = Bounded(header[line++]);
                continue;
            }

            items++;
            if (Read(Take(ref rest, ',')))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Not within an element: half of one could say something else.</summary>
    private static ReadOnlySpan<char> Bounded(ReadOnlySpan<char> line)
        => line.Length <= LongestLine ? line : line[..Math.Max(0, line[..LongestLine].LastIndexOf(','))];

    private bool Read(ReadOnlySpan<char> item)
    {
        Value = Trim(Take(ref item, ';'));
        Weight = FullWeight;
        while (!item.IsEmpty)
        {
            var parameter = Trim(Take(ref item, ';'));
            if (parameter is ['q' or 'Q', ..] && Trim(parameter[1..]) is ['=', .. var weight])
            {
                Weight = Thousandths(Trim(weight));
                break;
            }
        }

        return !Value.IsEmpty && Weight >= 0;
    }

    /// <summary>What comes before the separator, which may also stand within quotes; both are taken off.</summary>
    private static ReadOnlySpan<char> Take(scoped ref ReadOnlySpan<char> text, char separator)
    {
        var end = text.IndexOfAny(separator, '"');
        if (end >= 0 && text[end] == '"')
        {
            end = EndOutsideQuotes(text, end, separator);
        }

        var taken = end < 0 ? text : text[..end];
        text = end < 0 ? default : text[(end + 1)..];
        return taken;
    }

    private static int EndOutsideQuotes(ReadOnlySpan<char> text, int from, char separator)
    {
        var quoted = false;
        for (var at = from; at < text.Length; at++)
        {
            if (quoted && text[at] == '\\')
            {
                at++;
            }
            else if (text[at] == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && text[at] == separator)
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>
    /// RFC 9110 12.4.2, but digits after the third are passed over: clients send what division gave them.
    /// </summary>
    private static int Thousandths(ReadOnlySpan<char> weight)
    {
        if (weight is not ['0' or '1', ..] || (weight.Length > 1 && weight[1] != '.'))
        {
            return -1;
        }

        var thousandths = (weight[0] - '0') * FullWeight;
        var place = 100;
        foreach (var digit in weight.Length > 2 ? weight[2..] : default)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return -1;
            }

            thousandths += (digit - '0') * place;
            place /= 10;
        }

        return thousandths > FullWeight ? -1 : thousandths;
    }

    private static ReadOnlySpan<char> Trim(ReadOnlySpan<char> text) => text.Trim(" \t");
}
