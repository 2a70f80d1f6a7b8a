using System.Text;
using DownPage.Tool.Pages;

namespace DownPage.Tool.Config;

/// <summary>
/// What was written into a folder without a stamp of its own, as <c>sha256sum</c> writes it: so a file that was changed
/// by hand can be told there, too.
/// </summary>
internal sealed class WrittenRecord
{
    public const string Name = ".downpage.sha256";

    private const int HashDigits = 64;

    private readonly SortedDictionary<string, string> hashes = new(StringComparer.Ordinal);

    private WrittenRecord()
    {
    }

    /// <summary>
    /// Empty where there is none, or one that cannot be read: then nothing was written by this command.
    /// </summary>
    public static WrittenRecord Read(string folder)
    {
        var record = new WrittenRecord();
        var text = PageBytes.Read(Path.Combine(folder, Name), out _) is { } bytes ? Encoding.UTF8.GetString(bytes) : "";
        foreach (var line in text.Split('\n').Where(line => line.Length > HashDigits + 2))
        {
            record.hashes[line[(HashDigits + 2)..]] = line[..HashDigits];
        }

        return record;
    }

    public bool Has(string path, string hash) => hashes.GetValueOrDefault(path) == hash;

    public void Add(string path, string hash) => hashes[path] = hash;

    public byte[] ToBytes()
        => Encoding.UTF8.GetBytes(string.Concat(hashes.Select(entry => $"{entry.Value}  {entry.Key}\n")));
}
