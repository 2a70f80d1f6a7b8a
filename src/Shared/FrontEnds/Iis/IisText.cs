using System.Security;

namespace DownPage.FrontEnds.Iis;

/// <summary>Writes values into XML that IIS reads.</summary>
internal static class IisText
{
    /// <summary>
    /// The path of a page as an attribute of <c>error</c>: with backslashes, from the folder of web.config. IIS puts
    /// variables of the environment in the place of what stands between percent signs.
    /// </summary>
    /// <exception cref="FrontEndException">No file of Windows can be called so.</exception>
    public static string Path(string path)
        => path.IndexOfAny(['%', '<', '>', ':', '"', '|', '?', '*', '\\']) < 0 && !path.Any(char.IsControl)
            ? SecurityElement.Escape(path.Replace('/', '\\'))
            : throw new FrontEndException(
                DiagnosticCodes.FrontEndValueRefused,
                $"The page '{path}' cannot be named in a web.config: % starts a variable there, and < > : \" | ? * \\ and "
                + "control characters are in no file name of Windows. Choose another TargetPath, or take iis out of "
                + "DownPageServers.");

    /// <summary>A text within a comment, which two dashes would end.</summary>
    public static string Comment(string text)
    {
        while (text.Contains("--", StringComparison.Ordinal))
        {
            text = text.Replace("--", "- -", StringComparison.Ordinal);
        }

        return text;
    }
}
