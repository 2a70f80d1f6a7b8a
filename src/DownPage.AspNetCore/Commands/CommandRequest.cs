using System.Text;
using System.Text.Json;
using DownPage.DownFile;

namespace DownPage.AspNetCore.Commands;

/// <summary>
/// What the command <c>downpage --through-app</c> asks of the app that it has started; it writes the file.
/// </summary>
/// <param name="Method">As in HTTP.</param>
/// <param name="Path">Below the endpoint's pattern, with its query.</param>
/// <param name="Answer">The file that the answer is written to, beside that of the request.</param>
internal sealed record CommandRequest(string Method, string Path, string Answer)
{
    private const int MostBytes = 256 * 1024;
    private const int LongestText = 4096;

    public string? IfMatch { get; init; }

    public string? IfNoneMatch { get; init; }

    public ReadOnlyMemory<byte> Body { get; init; }

    public string? User { get; init; }

    /// <summary>
    /// Reads the file. What is not exactly such a file is refused: it may come from somebody who found out that the app
    /// heeds a variable.
    /// </summary>
    /// <exception cref="FormatException">It is none, or it is not safe to heed it.</exception>
    public static CommandRequest Read(string file)
    {
        try
        {
            var info = new FileInfo(file);
            if (!System.IO.Path.IsPathFullyQualified(file) || info is not { Exists: true, Length: <= MostBytes })
            {
                throw new FormatException("it is no file of a request");
            }

            const UnixFileMode others = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
            if (!OperatingSystem.IsWindows() && (info.UnixFileMode & others) != 0)
            {
                throw new FormatException("others may write to it");
            }

            return Parse(File.ReadAllBytes(file), info.DirectoryName);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new FormatException(failed.Message, failed);
        }
    }

    private static CommandRequest Parse(byte[] json, string? folder)
    {
        using var document = JsonDocument.Parse(json);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("it is no JSON object");
        }

        var members = new JsonMembers(document.RootElement, "", []);
        if (members.Text("method", LongestText) is not { } method
            || members.Text("path", LongestText + 1) is not { } path
            || members.Text("answer", LongestText) is not { } answer)
        {
            throw new FormatException("it has no method, path or answer");
        }

        return string.Equals(System.IO.Path.GetDirectoryName(answer), folder, StringComparison.Ordinal)
            ? new CommandRequest(method, path, answer)
            {
                IfMatch = members.Text("ifMatch", LongestText),
                IfNoneMatch = members.Text("ifNoneMatch", LongestText),
                Body = Encoding.UTF8.GetBytes(members.Text("body", MostBytes) ?? ""),
                User = members.Text("user", LongestText),
            }
            : throw new FormatException("its answer belongs beside it");
    }
}
