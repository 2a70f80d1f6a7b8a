using System.Text;
using System.Text.RegularExpressions;
using DownPage.Servers.Tests.Harness;

namespace DownPage.Servers.Tests.Servers;

/// <summary>A publish writes the pages and the configuration that has them; scenarios change the pages alone.</summary>
internal static partial class VarnishPages
{
    /// <summary>Has the configuration have each page as it is now.</summary>
    public static void Publish(ServerSetup setup)
    {
        var file = Path.Combine(setup.ConfigRoot, "downpage.vcl");
        var text = File.ReadAllText(file, Encoding.Latin1);
        File.WriteAllText(file, Page().Replace(text, match => match.Groups[1].Value
            + Quote(File.ReadAllText(Path.Combine(setup.PagesRoot, match.Groups["file"].Value), Encoding.Latin1))
            + match.Groups[2].Value), Encoding.Latin1);
    }

    private static string Quote(string text)
        => "{\"" + text.Replace("\"}", "\"\"} + {\"}", StringComparison.Ordinal) + "\"}";

    [GeneratedRegex(@"(# (?<file>\S+)\nsub downpage_\d+ \{\n    synthetic\().*?(\);\n\}\n\n)", RegexOptions.Singleline)]
    private static partial Regex Page();
}
