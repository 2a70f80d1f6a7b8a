using System.Globalization;
using DownPage.RenderProtocol;

namespace DownPage.Build;

/// <summary>Reads the properties whose values can be wrong, and finds all that are.</summary>
internal sealed class PropertyReader
{
    private static readonly string[] Verbosities = ["low", "normal", "high"];

    public List<RenderDiagnostic> Errors { get; } = [];

    public HostKind ReadHost(string name, string value)
    {
        var names = Enum.GetNames(typeof(HostKind));
        var found = Array.FindIndex(names, known => string.Equals(known, value, StringComparison.OrdinalIgnoreCase));
        return found >= 0
            ? (HostKind)found
            : Refuse(name, value, $"Valid are {string.Join(", ", names)}.", HostKind.Services);
    }

    public string ReadBaseUrl(string name, string value)
        => Uri.TryCreate(value, UriKind.Absolute, out var url)
            && (url.Scheme == "http" || url.Scheme == "https") && url.Query.Length == 0 && url.Fragment.Length == 0
                ? value
                : Refuse(name, value, "Give the site's address with scheme and host: https://shop.example.", value);

    public string ReadPathBase(string name, string value)
        => value.Length == 0 || value.StartsWith("/", StringComparison.Ordinal)
            ? value.TrimEnd('/')
            : Refuse(name, value, "Give the path that the site is mounted at, with its slash: /shop.", value);

    public int ReadSeconds(string name, string value)
        => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds is > 0 and <= 86_400
                ? seconds * 1000
                : Refuse(name, value, "Give a number of seconds from 1 to 86400.", 0);

    /// <summary>The folder with its slash; the publish folder itself is empty.</summary>
    public string ReadOutputPath(string name, string value)
    {
        var path = value.ToForwardSlashes();
        if (path is "." or "./")
        {
            return "";
        }

        return TargetPaths.WhyInvalid(path.TrimEnd('/')) is { } why
            ? Refuse(name, value, $"It {why}: give a folder within the publish folder, _downpage/.", path)
            : path.TrimEnd('/') + "/";
    }

    public bool ReadBoolean(string name, string value)
        => bool.TryParse(value, out var isTrue) ? isTrue : Refuse(name, value, "Valid are true and false.", false);

    /// <summary>
    /// Only the targets use it; they take a wrong one for low, so that it is reported with everything else.
    /// </summary>
    public void CheckVerbosity(string name, string value)
    {
        if (!Verbosities.Contains(value, StringComparer.OrdinalIgnoreCase))
        {
            Refuse(name, value, $"Valid are {string.Join(", ", Verbosities)}.", value);
        }
    }

    private T Refuse<T>(string name, string value, string valid, T substitute)
    {
        Errors.Add(ItemErrors.InvalidProperty(name, value, valid));
        return substitute;
    }
}
