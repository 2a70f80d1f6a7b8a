using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DownPage.DownFile;
using DownPage.Schedule;

namespace DownPage.Tool.Apps;

/// <summary>The windows of an app's configuration. They are written there as in the down file, but for types.</summary>
internal static class AppWindows
{
    private const string Key = "MaintenanceMode:Windows";

    private static readonly string[] Texts =
        ["Name", "Start", "End", "Duration", "TimeZone", "Time", "Announce", "Message", "Mode"];

    /// <summary>Those that can be; the app does not start with one that cannot.</summary>
    public static IReadOnlyList<WindowDefinition> Read(AppSettings settings)
        => [.. settings.Children(Key)
            .Select((name, index) => Window(settings, $"{Key}:{name}", index))
            .OfType<WindowDefinition>()];

    private static WindowDefinition? Window(AppSettings settings, string key, int index)
    {
        var window = new JsonObject();
        foreach (var name in Texts)
        {
            window[name] = settings[$"{key}:{name}"] is { Length: > 0 } text ? text : null;
        }

        window["Name"] ??= string.Create(CultureInfo.InvariantCulture, $"window {index + 1}");
        window["Days"] = List(settings, key + ":Days", text => text);
        window["Scopes"] = List(settings, key + ":Scopes", text => text);
        window["DaysOfMonth"] = List(
            settings,
            key + ":DaysOfMonth",
            text => int.TryParse(text, CultureInfo.InvariantCulture, out var day) ? day : text);
        using var document = JsonDocument.Parse(window.ToJsonString());
        return DownFileWindows.ReadOne(document.RootElement);
    }

    private static JsonArray? List(AppSettings settings, string key, Func<string, JsonNode> convert)
    {
        var items = settings.Children(key).Select(name => settings[$"{key}:{name}"]).OfType<string>().ToArray();
        return items.Length == 0 ? null : new JsonArray([.. items.Select(convert)]);
    }
}
