using System.Globalization;
using System.Text;

namespace DownPage.FrontEnds.Kubernetes;

/// <summary>
/// The pages as ConfigMaps, as many as are needed: Kubernetes takes 1 MiB in one, and no folders, so that each file has a
/// key of its own, and the volume says where it goes.
/// </summary>
internal sealed class ConfigMaps
{
    // 1 MiB for keys and values together; what is left is for metadata that other programs add.
    private const int Limit = 1_000_000;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly List<List<Entry>> maps = [];
    private readonly string name;

    /// <param name="site">The site.</param>
    /// <param name="name">What the names of the maps start with.</param>
    /// <exception cref="FrontEndException">A page is more than one of them takes.</exception>
    public ConfigMaps(FrontEndSite site, string name)
    {
        this.name = name;
        var (size, keys) = (Limit + 1, new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        var files = site.Pages.SelectMany(page => page.Files).DistinctBy(file => file.Path, StringComparer.Ordinal);
        foreach (var file in files)
        {
            var bytes = file.Read();
            if (bytes.Length > Limit)
            {
                throw TooLarge(file.Path, bytes.Length);
            }

            size += bytes.Length;
            if (size > Limit)
            {
                maps.Add([]);
                size = bytes.Length;
            }

            maps[^1].Add(new Entry(Key(file.Path, keys), file.Path, bytes));
        }
    }

    /// <summary>The objects, each after a line of <c>---</c>.</summary>
    public string Objects() => string.Join("\n", maps.Select((entries, index) => $"""
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: {Name(index)}
        {Data("data", entries, isText: true)}{Data("binaryData", entries, isText: false)}
        """.TrimEnd('\n')));

    /// <summary>The sources of the volume that has all of them.</summary>
    public string Sources() => string.Join('\n', maps.Select((entries, index) => $"""
        - configMap:
            name: {Name(index)}
            items:
        {string.Join('\n', entries.Select(Item))}
        """));

    private static string Item(Entry entry)
        => $"      - {{ key: {YamlText.Quote(entry.Key)}, path: {YamlText.Quote(entry.Path)} }}";

    private string Name(int index)
        => index == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}-{index + 1}");

    private static FrontEndException TooLarge(string path, int bytes) => new(
        DiagnosticCodes.PageTooLargeForServer,
        string.Create(
            CultureInfo.InvariantCulture,
            $"The page '{path}' has {bytes:N0} bytes, more than a ConfigMap of Kubernetes takes ({Limit:N0}). ")
            + "Take smaller images, or fewer: what is put into a page counts.");

    private static string Data(string section, List<Entry> entries, bool isText)
    {
        var lines = entries.Select(entry => (entry.Key, Text: Text(entry.Bytes), entry.Bytes))
            .Where(entry => entry.Text is not null == isText)
            .Select(entry => $"  {YamlText.Quote(entry.Key)}: {entry.Text ?? Convert.ToBase64String(entry.Bytes)}\n")
            .ToList();
        return lines.Count == 0 ? "" : section + ":\n" + string.Concat(lines);
    }

    private static string? Text(byte[] bytes)
    {
        try
        {
            return YamlText.Block(Strict.GetString(bytes), 4);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string Key(string path, HashSet<string> keys)
    {
        var key = string.Concat(path.Select(
            character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_' ? character : '_'));
        var free = key;
        for (var number = 2; !keys.Add(free); number++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{number}_{key}");
        }

        return free;
    }

    private sealed record Entry(string Key, string Path, byte[] Bytes);
}
