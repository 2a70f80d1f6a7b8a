namespace DownPage.FrontEnds.Envoy;

/// <summary>Values in which <c>%</c> starts a command, as those of headers.</summary>
internal static class EnvoyText
{
    /// <summary>In quotes, its <c>%</c> doubled.</summary>
    public static string QuoteFormat(string value)
        => YamlText.Quote(value.Replace("%", "%%", StringComparison.Ordinal));
}
