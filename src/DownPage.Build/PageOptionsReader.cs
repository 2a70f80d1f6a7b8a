using System.Globalization;
using DownPage.RenderProtocol;
using DownPage.Text;

namespace DownPage.Build;

/// <summary>
/// Reads what is done with a page once it is rendered. The project's properties and an item's metadata have the same
/// names, but for <c>DownPage</c>, and the same values; what is not given is inherited.
/// </summary>
/// <param name="valueOf">The value of a name, <c>InlineLimit</c>; empty: it is not given.</param>
/// <param name="refused">What to report of a value that is not valid: its name, itself, and what is valid.</param>
/// <param name="inherited">What holds where nothing is given.</param>
internal sealed class PageOptionsReader(
    Func<string, string> valueOf, Func<string, string, string, RenderDiagnostic> refused, PageOptions inherited)
{
    private const int SecondsOfADay = 86_400;

    private static readonly string[] Formats = ["html", "json", "text"];

    public List<RenderDiagnostic> Errors { get; } = [];

    /// <summary>The options, in an object of their own at each call; a wrong value is reported once.</summary>
    public PageOptions Read() => new()
    {
        SelfContained = ReadBoolean("SelfContained", inherited.SelfContained),
        InlineLimit = ReadNumber("InlineLimit", int.MaxValue, "Give a number of bytes: 65536; 0 puts no file into the page.")
            ?? inherited.InlineLimit,
        Scripts = ReadScripts(),
        TrimCss = ReadBoolean("TrimCss", inherited.TrimCss),
        KeepCss = ReadList("KeepCss", ';') ?? inherited.KeepCss,
        Minify = ReadBoolean("Minify", inherited.Minify),
        Compress = ReadBoolean("Compress", inherited.Compress),
        Formats = ReadFormats(),
        RefreshSeconds = NoneForZero(
            ReadNumber("Refresh", SecondsOfADay, "Give a number of seconds from 1 to 86400, or 0 for a page that stays as it is.")
                ?? inherited.RefreshSeconds),
        RetryAfterSeconds = ReadNumber("RetryAfter", int.MaxValue, "Give a number of seconds: 600.")
            ?? inherited.RetryAfterSeconds,
        MaxBytes = NoneForZero(
            ReadNumber("MaxBytes", int.MaxValue, "Give a number of bytes: 10240; 0 allows any.") ?? inherited.MaxBytes),
        Servers = ReadServers(),
    };

    private bool ReadBoolean(string name, bool otherwise)
    {
        var value = valueOf(name);
        return value.Length == 0 ? otherwise
            : bool.TryParse(value, out var isTrue) ? isTrue
            : Refuse(name, value, "Valid are true and false.", otherwise);
    }

    private int? ReadNumber(string name, int most, string valid)
    {
        var value = valueOf(name);
        return value.Length == 0 ? null
            : int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number
            : Refuse<int?>(name, value, valid, null);
    }

    private ScriptHandling ReadScripts()
    {
        const string Name = "Scripts";
        var value = valueOf(Name);
        var names = Enum.GetNames(typeof(ScriptHandling));
        var found = Array.FindIndex(names, known => IsSame(known, value));
        return value.Length == 0 ? inherited.Scripts
            : found >= 0 ? (ScriptHandling)found
            : Refuse(Name, value, $"Valid are {string.Join(", ", names)}.", inherited.Scripts);
    }

    private List<PageFormat> ReadFormats()
    {
        const string Name = "Formats";
        var given = ReadList(Name, ';', ',');
        if (given is null)
        {
            return [.. inherited.Formats];
        }

        if (!given.TrueForAll(format => Formats.Any(known => IsSame(known, format))))
        {
            Refuse(Name, valueOf(Name), $"Valid are {string.Join(", ", Formats)}, separated by ';'.", inherited.Formats);
        }

        // The page itself is published whatever else is.
        return
        [
            .. Formats.Select((name, index) => (Name: name, Format: (PageFormat)index))
                .Where(known => known.Format == PageFormat.Html || given.Exists(format => IsSame(format, known.Name)))
                .Select(known => known.Format),
        ];
    }

    private List<string> ReadServers()
    {
        const string Name = "Servers";
        if (ReadList(Name, ';', ',') is not { } given)
        {
            return inherited.Servers;
        }

        var unknown = given.FindAll(server => !ServerNames.All.Any(known => IsSame(known, server)));
        if (unknown.Count > 0)
        {
            var reasons = unknown.Select(server => $"'{server}' is no server known here"
                + (NearestName.Find(server, ServerNames.All) is { } nearest ? $"; did you mean '{nearest}'? " : ". "));
            Refuse(
                Name, valueOf(Name), string.Concat(reasons) + $"Valid are {string.Join(", ", ServerNames.All)}.", given);
        }

        return [.. ServerNames.All.Where(known => given.Exists(server => IsSame(server, known)))];
    }

    /// <summary>The entries of a list; null: none is given.</summary>
    private List<string>? ReadList(string name, params char[] separators)
    {
        var entries = valueOf(name).Split(separators).Select(entry => entry.Trim()).Where(entry => entry.Length > 0).ToList();
        return entries.Count > 0 ? entries : null;
    }

    private T Refuse<T>(string name, string value, string valid, T substitute)
    {
        var error = refused(name, value, valid);
        if (!Errors.Exists(known => known.Message == error.Message))
        {
            Errors.Add(error);
        }

        return substitute;
    }

    private static int? NoneForZero(int? number) => number == 0 ? null : number;

    private static bool IsSame(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
