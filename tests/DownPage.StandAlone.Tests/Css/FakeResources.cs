using DownPage.StandAlone.Css;

namespace DownPage.StandAlone.Tests.Css;

/// <summary>Sheets by their addresses; other addresses are written with what they are relative to.</summary>
internal sealed class FakeResources : ICssResources
{
    private readonly Dictionary<string, StyleSheet> _sheets = [];

    public List<(string Url, CssUrlKind Kind)> Resolved { get; } = [];

    public FakeResources With(string url, string css)
    {
        _sheets.Add(url, StyleSheet.Parse(css));
        return this;
    }

    public ImportedSheet? Import(string url, string baseUrl) =>
        _sheets.TryGetValue(url, out var sheet) ? new ImportedSheet(sheet, url) : null;

    public string Resolve(string url, string baseUrl, CssUrlKind kind)
    {
        Resolved.Add((url, kind));
        return url.Contains("://", StringComparison.Ordinal) ? url : $"{baseUrl}!{url}";
    }
}
