namespace DownPage.Servers.Tests.Checks;

/// <summary>Which page is expected, in which form.</summary>
/// <param name="Status">The status.</param>
/// <param name="Key">The page: <c>502</c>, <c>maintenance</c>.</param>
internal sealed record PageExpectation(int Status, string Key)
{
    /// <summary><c>html</c>, <c>json</c>, <c>text</c>.</summary>
    public string Form { get; init; } = "html";

    public string Culture { get; init; } = "en";

    /// <summary>The content coding. Null: as it is.</summary>
    public string? Encoding { get; init; }

    /// <summary>False for HEAD.</summary>
    public bool HasBody { get; init; } = true;
}
