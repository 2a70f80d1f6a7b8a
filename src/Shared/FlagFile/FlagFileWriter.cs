using System.Security;
using System.Text;
using DownPage.DownFile;

namespace DownPage.FlagFile;

/// <summary>Puts the flag there, and takes it away. To be called under the down file's lock.</summary>
internal static class FlagFileWriter
{
    private const string Mark = "Written by DownPage";

    // Whoever finds it at night knows what it is.
    private const string Text = Mark + " while the site is down; `downpage up` removes it.\n";

    private const int LongestFlag = 1024;

    /// <summary>
    /// Whether a front-end server that looks finds it: a file, or a link to one. A link that leads nowhere is a file to
    /// the framework, and none to servers. Never throws.
    /// </summary>
    public static bool IsThere(string path)
    {
        try
        {
            return File.Exists(path)
                && (File.ResolveLinkTarget(path, returnFinalTarget: true) is not { } end || File.Exists(end.FullName));
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            // Links in a circle, or it has gone since.
            return false;
        }
    }

    /// <summary>Has it there, or not. Never throws.</summary>
    /// <returns>Why it is not so, and what to do. Null: it is so.</returns>
    public static string? Put(string path, bool wanted)
    {
        try
        {
            if (IsThere(path) != wanted)
            {
                Change(path, wanted);
            }

            return null;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException or ArgumentException
            or NotSupportedException or SecurityException)
        {
            return $"'{path}' cannot be {(wanted ? "written" : "removed")}: {Reason(failed, path)}. "
                + (wanted
                    ? "The app answers by itself meanwhile; while it is gone, visitors see the page for 502. "
                    : "Front-end servers that look at it go on showing the maintenance page: remove it by hand. ")
                + "The app's user needs the right to make and remove files in its folder, which must exist; or name another "
                + "place in MaintenanceMode:FlagFile, or, where no front-end server looks at it, none (\"\").";
        }
    }

    /// <summary>
    /// Without the name of the file that was to be renamed, which is another one each time: what is the same reason is told
    /// once.
    /// </summary>
    private static string Reason(Exception failed, string path)
    {
        const string Ending = ".tmp";
        var text = failed.Message.TrimEnd('.');
        var name = text.IndexOf(path + ".", StringComparison.Ordinal) + path.Length;
        var end = name < path.Length ? -1 : text.IndexOf(Ending, name, StringComparison.Ordinal);
        return end < 0 ? text : text[..name] + text[(end + Ending.Length)..];
    }

    private static void Change(string path, bool wanted)
    {
        if (!wanted)
        {
            Remove(path);
        }
        else if (Directory.Exists(path))
        {
            throw new IOException("it is a folder");
        }
        else
        {
            // Over a link that leads nowhere, too: the link is replaced, nothing is made where it leads.
            DownFileTarget.Replace(path, Encoding.ASCII.GetBytes(Text), static (file, bytes) => file.Write(bytes));
        }
    }

    /// <summary>
    /// What a setting names by mistake must not be lost: only what is empty, as <c>touch</c> makes it, or begins as ours
    /// does, is removed.
    /// </summary>
    private static void Remove(string path)
    {
        if (SpecialFile.KindOf(path) is { } kind)
        {
            throw new IOException($"it is {kind}");
        }

        // A link has a length of its own; what it leads to counts.
        var file = new FileInfo(DownFileTarget.Of(path));
        if (file.Length > LongestFlag || (file.Length > 0 && !IsOurs(file.FullName)))
        {
            throw new IOException("it holds something else than a flag does");
        }

        File.Delete(path);
    }

    private static bool IsOurs(string path)
    {
        var text = File.ReadAllText(path);
        return string.IsNullOrWhiteSpace(text) || text.StartsWith(Mark, StringComparison.Ordinal);
    }
}
