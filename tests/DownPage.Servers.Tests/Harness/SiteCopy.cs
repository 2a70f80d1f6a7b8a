using System.Text;

namespace DownPage.Servers.Tests.Harness;

/// <summary>
/// A server's own copy of the published site: its configuration names the copy as if it had been published for there,
/// so that what a scenario does to the pages or the flag of one server is nothing to the others.
/// </summary>
internal static class SiteCopy
{
    /// <summary>The deploy root of the one publish.</summary>
    public const string DeployRoot = "/srv/frontendsite";

    public static void Make(string from, string to)
    {
        Directory.CreateDirectory(to);
        File.SetUnixFileMode(to, WorkFolder.Writable);
        foreach (var folder in Directory.EnumerateDirectories(from, "*", SearchOption.AllDirectories))
        {
            var copy = Directory.CreateDirectory(Path.Combine(to, Path.GetRelativePath(from, folder)));
            File.SetUnixFileMode(copy.FullName, WorkFolder.Open);
        }

        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            File.Copy(file, copy);
            File.SetUnixFileMode(copy, File.GetUnixFileMode(file) | WorkFolder.Readable);
        }

        var configuration = Path.Combine(to, "_downpage", "conf");
        if (Directory.Exists(configuration))
        {
            foreach (var file in Directory.EnumerateFiles(configuration, "*", SearchOption.AllDirectories))
            {
                Move(file, to);
            }
        }
    }

    // Byte for byte otherwise: some of the files hold whole responses.
    private static void Move(string file, string to)
    {
        var text = File.ReadAllText(file, Encoding.Latin1);
        File.WriteAllText(file, text.Replace(DeployRoot, to, StringComparison.Ordinal), Encoding.Latin1);
    }
}
