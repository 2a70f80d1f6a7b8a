namespace DownPage.StandAlone.Css.Writing;

/// <summary>Writes a sheet without what means nothing.</summary>
internal static class Minifier
{
    public static string Minify(string css) => css.Trim();
}
