using System.Globalization;

namespace DownPage.Tool.Apps;

/// <summary>
/// What an app answers while it is down, where the down file does not say: its options, or their defaults. A value that
/// cannot be is as if it were not there: the app itself says so when it starts.
/// </summary>
internal sealed record AppDefaults
{
    public string? Mode { get; init; }

    public IReadOnlyList<string> Scopes { get; init; } = [];

    public string? Message { get; init; }

    public string? Reason { get; init; }

    public int StatusCode { get; init; } = 503;

    public TimeSpan? RetryAfter { get; init; } = TimeSpan.FromMinutes(10);

    public TimeSpan? Refresh { get; init; }

    public string? RedirectTo { get; init; }

    /// <param name="app">Null: not known, so the defaults hold.</param>
    public static AppDefaults Of(AppFolder? app)
    {
        var defaults = new AppDefaults();
        return app is null
            ? defaults
            : new AppDefaults
            {
                Mode = Text("Mode"),
                Scopes = [.. app.Settings.Children("MaintenanceMode:Scopes").Select(key => Text("Scopes:" + key) ?? "")],
                Message = Text("Message"),
                Reason = Text("Reason"),
                StatusCode = int.TryParse(Text("StatusCode"), CultureInfo.InvariantCulture, out var code)
                    ? code
                    : defaults.StatusCode,
                RetryAfter = Span("RetryAfter") is { } delay ? (delay > TimeSpan.Zero ? delay : null) : defaults.RetryAfter,
                Refresh = Span("Refresh"),
                RedirectTo = Text("RedirectTo"),
            };

        string? Text(string key) => app.Settings["MaintenanceMode:" + key] is { Length: > 0 } text ? text : null;

        TimeSpan? Span(string key)
            => TimeSpan.TryParse(Text(key), CultureInfo.InvariantCulture, out var span) ? span : null;
    }
}
