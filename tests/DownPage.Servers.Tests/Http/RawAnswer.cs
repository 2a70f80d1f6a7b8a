using System.Text;

namespace DownPage.Servers.Tests.Http;

/// <summary>What came back.</summary>
/// <param name="Status">The status; 0 when the connection was closed without an answer.</param>
/// <param name="Headers">In their order, as sent.</param>
/// <param name="Body">As sent, without the framing of chunks.</param>
/// <param name="IsCut">Whether the connection ended before the body did.</param>
internal sealed record RawAnswer(
    int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body, bool IsCut)
{
    public static readonly RawAnswer None = new(0, [], [], IsCut: true);

    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>Whether the app has made it.</summary>
    public bool IsOfApp => Header("X-App") is not null;

    /// <summary>All values of a header, joined. Null: there is none.</summary>
    public string? Header(string name)
    {
        var values = Headers.Where(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(header => header.Value).ToList();
        return values.Count == 0 ? null : string.Join(", ", values);
    }

    public override string ToString()
        => $"{Status}{(IsCut ? " (cut)" : "")}\n    "
            + string.Join("\n    ", Headers.Select(header => $"{header.Key}: {header.Value}"))
            + $"\n    {(Body.Length > 300 ? Text[..Math.Min(Text.Length, 300)] + "…" : Text)}";
}
