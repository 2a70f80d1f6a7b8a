using DownPage.DownFile;
using DownPage.FrontEnds;
using DownPage.Tool.Pages;

namespace DownPage.Tool.Config;

/// <summary>
/// Where configuration is written: all of it or nothing, each file in one step, none that somebody changed.
/// </summary>
internal sealed class ConfigFolder(string folder)
{
    /// <param name="files">What is to be there.</param>
    /// <param name="force">Whether what was changed by hand is written over.</param>
    /// <exception cref="ToolException">A file was changed by hand, or the disk does not take one.</exception>
    public IReadOnlyList<ConfigPlan> Write(IReadOnlyList<ConfigFile> files, bool force)
    {
        var record = WrittenRecord.Read(folder);
        var plans = files.Select(Plan).ToList();
        if (!force && plans.FindAll(plan => plan.IsEdited(record)) is { Count: > 0 } edited)
        {
            throw Edited(edited);
        }

        foreach (var plan in plans)
        {
            if (!plan.IsUnchanged)
            {
                Put(plan.Path, plan.File.Content.ToArray());
            }
        }

        Remember(plans, record);
        return plans;
    }

    private void Remember(List<ConfigPlan> plans, WrittenRecord record)
    {
        var path = Path.Combine(folder, WrittenRecord.Name);
        foreach (var plan in plans.Where(plan => !plan.IsStamped))
        {
            record.Add(plan.File.Path, PageBytes.Hash(plan.File.Content.ToArray()));
        }

        var bytes = record.ToBytes();
        if (bytes.Length > 0 && PageBytes.Read(path, out _) is var existing && !bytes.AsSpan().SequenceEqual(existing))
        {
            Put(path, bytes);
        }
    }

    private ConfigPlan Plan(ConfigFile file)
    {
        var path = Path.Combine(folder, file.Path.Replace('/', Path.DirectorySeparatorChar));
        var existing = Directory.Exists(path)
            ? throw NotWritten(path, "it is a folder")
            : PageBytes.Read(path, out var problem) ?? (problem is null ? null : throw NotWritten(path, problem));
        return new ConfigPlan(file, path, existing);
    }

    private static void Put(string path, byte[] content)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path) ?? ".");
            DownFileTarget.Replace(DownFileTarget.Of(path), content, static (file, bytes) => file.Write(bytes));
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw NotWritten(path, failed.Message);
        }
    }

    private static ToolException Edited(List<ConfigPlan> edited) => new(
        DiagnosticCodes.ConfigurationEdited,
        $"{string.Join(", ", edited.Select(plan => $"'{plan.Path}'"))} would be lost: changed since it was written, or "
            + "not written by DownPage. Nothing is written. What you changed can often be said by an option (downpage "
            + "config --help) or stand beside the include line; --force writes over it, --output writes elsewhere.");

    private static ToolException NotWritten(string path, string why) => new(
        DiagnosticCodes.ConfigurationNotWritten,
        $"'{path}' cannot be written: {why.TrimEnd('.')}. Run the command as a user who may write there, or name "
            + "another folder with --output.");
}
