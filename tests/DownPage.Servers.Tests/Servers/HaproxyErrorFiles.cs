using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DownPage.Servers.Tests.Harness;

namespace DownPage.Servers.Tests.Servers;

/// <summary>A publish writes the pages and the errorfiles; scenarios change the pages alone.</summary>
internal static class HaproxyErrorFiles
{
    /// <summary>Has each errorfile have the page as it is now.</summary>
    public static void Publish(ServerSetup setup)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(setup.ConfigRoot, "errors")))
        {
            var whole = File.ReadAllText(file, Encoding.Latin1);
            var head = whole[..(whole.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)];
            var body = File.ReadAllText(Path.Combine(setup.PagesRoot, Page(Path.GetFileName(file))), Encoding.Latin1);
            var length = string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}");
            File.WriteAllText(file, Regex.Replace(head, @"Content-Length: \d+", length) + body, Encoding.Latin1);
        }
    }

    // "502.de.json.http" is "502.de.json"; the site has no page for 500, and that for 503 stands in.
    private static string Page(string errorFile)
    {
        var name = errorFile[..^".http".Length].Replace("500", "503", StringComparison.Ordinal);
        return name.EndsWith(".json", StringComparison.Ordinal) ? name
            : name.EndsWith(".text", StringComparison.Ordinal) ? name[..^".text".Length] + ".txt"
            : name + ".html";
    }
}
