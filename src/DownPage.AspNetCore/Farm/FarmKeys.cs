using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DownPage.AspNetCore.Farm;

/// <summary>The names of the values that a site's nodes share.</summary>
internal sealed class FarmKeys(string prefix)
{
    public const int LongestPrefix = 100;

    /// <summary>In how many parts the list of nodes is kept, so that not all of them write to one value.</summary>
    public const int Buckets = 16;

    private const int LongestNode = 80;
    private const int DigitsOfHash = 12;

    private static readonly SearchValues<char> Allowed = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789:-.");

    public string State { get; } = prefix + "state";

    public string History { get; } = prefix + "history";

    /// <param name="prefix">As it is set; null: made of the app's name.</param>
    /// <param name="app">The app's name.</param>
    public static FarmKeys Of(string? prefix, string app) => new(prefix ?? $"downpage:{Safe(app)}:");

    public static bool IsPrefix(string prefix)
        => prefix.Length is > 0 and <= LongestPrefix && !prefix.AsSpan().ContainsAnyExcept(Allowed);

    /// <summary>The name of a node's report.</summary>
    public string Node(string name) => $"{prefix}node:{Safe(name)}";

    /// <summary>The name of the part of the list that a node stands in.</summary>
    public string BucketOf(string name) => Bucket(Hash(name)[0] % Buckets);

    public string Bucket(int number) => $"{prefix}nodes:{number.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>A name that had to be changed is told apart from others by its hash.</summary>
    private static string Safe(string name)
    {
        if (name.Length is > 0 and <= LongestNode && !name.AsSpan().ContainsAnyExcept(Allowed))
        {
            return name;
        }

        var letters = name.Take(LongestNode - DigitsOfHash - 1);
        return string.Concat(letters.Select(letter => Allowed.Contains(letter) ? letter : '-'))
            + "-" + Convert.ToHexString(Hash(name))[..DigitsOfHash].ToLowerInvariant();
    }

    private static byte[] Hash(string name) => SHA256.HashData(Encoding.UTF8.GetBytes(name));
}
