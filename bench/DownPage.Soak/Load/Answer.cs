namespace DownPage.Soak.Load;

/// <summary>What came back.</summary>
/// <param name="StatusCode">0: nothing that is an answer.</param>
/// <param name="Headers">The first of each name.</param>
/// <param name="Body">As much as came.</param>
/// <param name="IsWhole">Whether it ended as it said that it would.</param>
/// <param name="Failure">What ended it otherwise.</param>
internal sealed record Answer(
    int StatusCode, IReadOnlyDictionary<string, string> Headers, byte[] Body, bool IsWhole, string? Failure)
{
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public override string ToString()
        => $"{StatusCode} {string.Join("; ", Headers.Select(header => $"{header.Key}: {header.Value}"))}, "
            + $"{Body.Length} bytes{(IsWhole ? "" : ", broken off")}{(Failure is null ? "" : $" ({Failure})")}: "
            + System.Text.Encoding.ASCII.GetString(Body, 0, Math.Min(Body.Length, 60)).ReplaceLineEndings(" ");
}
