using System.Globalization;
using System.Text.Json;

namespace DownPage.Tool.Apps;

/// <summary>
/// The settings of an app as it would read them: <c>appsettings.json</c>, that of its environment, variables; the later
/// wins. Names are the same in upper and lower case.
/// </summary>
internal sealed class AppSettings
{
    private static readonly JsonDocumentOptions AsTheApp = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    private readonly Dictionary<string, string?> values = new(StringComparer.OrdinalIgnoreCase);

    private AppSettings(string environment) => Environment = environment;

    /// <summary>Such as <c>Production</c>.</summary>
    public string Environment { get; }

    /// <exception cref="ToolException">One of the files is there and cannot be read.</exception>
    public static AppSettings Read(string folder, ToolContext context)
    {
        // What IIS gives the app is not in the operator's shell.
        var served = WebConfigVariables.Read(Path.Combine(folder, "web.config"));
        var settings = new AppSettings(
            Variable("ASPNETCORE_ENVIRONMENT") ?? Variable("DOTNET_ENVIRONMENT") ?? "Production");
        settings.ReadFile(Path.Combine(folder, "appsettings.json"));
        settings.ReadFile(Path.Combine(folder, $"appsettings.{settings.Environment}.json"));
        foreach (var (name, value) in served)
        {
            settings.Take(name, value);
        }

        foreach (var name in context.VariableNames())
        {
            settings.Take(name, context.Variable(name));
        }

        return settings;

        string? Variable(string name)
            => context.Variable(name) is { Length: > 0 } own ? own
                : served.GetValueOrDefault(name) is { Length: > 0 } other ? other
                : null;
    }

    /// <summary>The value of a key such as <c>MaintenanceMode:DownFile</c>; null: there is none.</summary>
    public string? this[string key] => values.GetValueOrDefault(key);

    /// <summary>The names below a key, in the configuration's order.</summary>
    public IReadOnlyList<string> Children(string key)
        => [.. values.Keys
            .Where(name => name.StartsWith(key + ":", StringComparison.OrdinalIgnoreCase))
            .Select(name => name[(key.Length + 1)..].Split(':')[0])
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .OrderBy(name => int.TryParse(name, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue)
            .ThenBy(name => name, StringComparer.OrdinalIgnoreCase)];

    private void ReadFile(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path), AsTheApp);
            Flatten("", document.RootElement);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
        }
        catch (Exception failed) when (failed is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new ToolException(
                DiagnosticCodes.SettingsUnreadable,
                $"'{path}' cannot be read: {failed.Message.TrimEnd('.')}. The app cannot start with it either; mend it, "
                + "or name the down file itself with --file.");
        }
    }

    private void Flatten(string key, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in value.EnumerateObject())
            {
                Flatten(Join(key, member.Name), member.Value);
            }
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            var number = 0;
            foreach (var item in value.EnumerateArray())
            {
                Flatten(Join(key, number++.ToString(CultureInfo.InvariantCulture)), item);
            }
        }
        else
        {
            values[key] = value.ValueKind == JsonValueKind.Null ? null : value.ToString();
        }
    }

    private void Take(string name, string? value)
    {
        if (value is not null)
        {
            values[name.Replace("__", ":", StringComparison.Ordinal)] = value;
        }
    }

    private static string Join(string key, string name) => key.Length == 0 ? name : key + ":" + name;
}
