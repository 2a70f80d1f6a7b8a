using System.Text;

namespace DownPage.AspNetCore.Tests.DownFile;

/// <summary>The sample of the document that describes the file, so that both stay the same.</summary>
internal static class DownFileSample
{
    public static byte[] Bytes { get; } = Read();

    private static byte[] Read()
    {
        var lines = File.ReadAllLines(Path.Combine(RepositoryPaths.Root, "src/Shared/DownFile/README.md"));
        var begin = Array.IndexOf(lines, "```json") + 1;
        return Encoding.UTF8.GetBytes(string.Join('\n', lines[begin..Array.IndexOf(lines, "```", begin)]) + "\n");
    }
}
