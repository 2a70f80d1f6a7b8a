using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DownPage.RenderProtocol;

namespace DownPage.Build;

/// <summary>
/// Remembers what the pages were rendered from, for <c>DownPageIncremental</c>: the request, and each input file by its
/// size and time. What a view reads besides (a service, the clock) cannot be listed, which is why this is opt-in.
/// </summary>
internal sealed class RenderStamp(string path)
{
    public static string Compute(string request, IEnumerable<string> inputs)
    {
        var text = new StringBuilder(request);
        // An app that is started without a deps.json has an empty path in its place.
        foreach (var input in inputs.Where(input => input.Length > 0).Distinct().OrderBy(input => input, StringComparer.Ordinal))
        {
            var file = new FileInfo(input);
            text.Append(input).Append('|');
            if (file.Exists)
            {
                text.AppendFormat(CultureInfo.InvariantCulture, "{0}|{1}", file.Length, file.LastWriteTimeUtc.Ticks);
            }

            text.Append('\n');
        }

        using var sha = SHA256.Create();
        return Convert.ToBase64String(sha.ComputeHash(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>The answer to an equal request, with all of its files still there; null: it must be rendered.</summary>
    public RenderResponse? FindAnswer(string stamp, string responseFile, string pagesDirectory)
    {
        if (!File.Exists(path) || File.ReadAllText(path) != stamp || !File.Exists(responseFile))
        {
            return null;
        }

        try
        {
            var response = RenderDocuments.ReadResponse(responseFile);
            return response.Pages.All(page => File.Exists(Path.Combine(pagesDirectory, page.OutputPath))) ? response : null;
        }
        catch (FormatException)
        {
            // Somebody has damaged it: it is made anew.
            return null;
        }
    }

    /// <summary>
    /// Before a run: one that fails or is killed leaves nothing that the next could take for current.
    /// </summary>
    public void Forget() => File.Delete(path);

    public void Remember(string stamp) => File.WriteAllText(path, stamp);
}
