using System.Text;

namespace DownPage.Packages.Tests.Fidelity;

/// <summary>Compares two pages byte by byte and says where they part.</summary>
internal static class PageBytes
{
    /// <summary>Asserts that a page has exactly the bytes that are expected of it.</summary>
    public static void AssertSame(byte[] expected, byte[] actual, string page)
    {
        if (expected.AsSpan().SequenceEqual(actual))
            return;

        var at = expected.AsSpan().CommonPrefixLength(actual);
        var line = expected.AsSpan(0, at).Count((byte)'\n') + 1;
        Assert.Fail(
            $"""
            '{page}' differs first in line {line}, at byte {at}.
            Expected: {LineAt(expected, at)}
            Actual:   {LineAt(actual, at)}
            Expected {expected.Length} bytes, not {actual.Length}.
            """);
    }

    private static string LineAt(byte[] text, int position)
    {
        var start = text.AsSpan(0, position).LastIndexOf((byte)'\n') + 1;
        var length = text.AsSpan(position).IndexOf((byte)'\n');
        var end = length < 0 ? text.Length : position + length;
        // The end of a line is where pages differ invisibly.
        return Encoding.UTF8.GetString(text, start, end - start).Replace("\r", "\\r", StringComparison.Ordinal)
            + (length < 0 ? "[end of page]" : "");
    }
}
