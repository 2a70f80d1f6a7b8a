using System.Text;
using DownPage.PageManifest;

namespace DownPage.FrontEnds.Tests;

/// <summary>A site as a publish hands it over: a tests changes of it what it is about.</summary>
internal static class Sample
{
    /// <summary>Pages for 502, 503 and 504 in English and German, as HTML, JSON and text, compressed.</summary>
    public static BuiltSite Built { get; } = new()
    {
        Generator = "DownPage.Build 1.0.0",
        Application = "Shop",
        PagesFolder = "_downpage",
        PathBase = "",
        Manifest = new PageManifestReading(
            [.. new[] { 502, 503, 504 }.SelectMany(Pages)],
            [new ManifestAsset("assets/3f8a6c20e1b95d7704aa.png", "image/png", 70_000, null)],
            [],
            null),
        Settings = AppSettingsReading.None,
        Read = file => Encoding.UTF8.GetBytes(file.EndsWith(".html", StringComparison.Ordinal)
            ? $"<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>{file}</title></head><body>{file}</body></html>\n"
            : $"{file}\n"),
    };

    /// <summary>Options with a deploy root.</summary>
    public static FrontEndOptions Options(string server) => new() { Servers = [server], DeployRoot = "/srv/shop" };

    /// <summary>The settings of an app, by their keys below <c>MaintenanceMode</c>; lists have numbered keys.</summary>
    public static AppSettingsReading Settings(params (string Key, string Value)[] settings) => new(
        key => settings.FirstOrDefault(setting => setting.Key == key).Value,
        key => [.. settings.Where(setting => setting.Key.StartsWith(key + ":", StringComparison.Ordinal))
            .Select(setting => setting.Value)]);

    /// <summary>The site of the options, which must be right.</summary>
    public static FrontEndSite Site(FrontEndOptions options, BuiltSite? built = null)
    {
        var reading = FrontEndReader.Read(options, built ?? Built);
        Assert.IsEmpty(reading.Errors, string.Join('\n', reading.Errors.Select(error => error.Message)));
        Assert.IsNotNull(reading.Site);
        return reading.Site;
    }

    /// <summary>The text of the file that a front end writes at a path.</summary>
    public static string Text(string server, string path, FrontEndOptions? options = null, BuiltSite? built = null)
    {
        var frontEnd = FrontEndSet.Find(server);
        Assert.IsNotNull(frontEnd);
        var file = frontEnd.Write(Site(options ?? Options(server), built)).Single(file => file.Path == path);
        return Encoding.UTF8.GetString(file.Content.Span);
    }

    private static IEnumerable<ManifestPage> Pages(int status)
        => from culture in new[] { "en", "de" }
           from form in new[] { ManifestForm.Html, ManifestForm.Json, ManifestForm.Text }
           from isDefault in culture == "en" ? new[] { true, false } : [false]
           select Page(status, culture, form, isDefault);

    private static ManifestPage Page(int status, string culture, ManifestForm form, bool isDefault)
    {
        var (ending, type) = form switch
        {
            ManifestForm.Json => ("json", "application/problem+json"),
            ManifestForm.Text => ("txt", "text/plain; charset=utf-8"),
            _ => ("html", "text/html; charset=utf-8"),
        };
        var file = isDefault ? $"{status}.{ending}" : $"{status}.{culture}.{ending}";
        return new ManifestPage
        {
            Name = $"{status}.html",
            File = file,
            StatusCode = status,
            Form = form,
            ContentType = type,
            Charset = form == ManifestForm.Json ? null : "utf-8",
            Culture = culture,
            IsDefault = isDefault,
            RetryAfter = 600,
            Bytes = 1_000,
            Encodings =
            [
                new ManifestEncoding("br", file + ".br", 400, null), new ManifestEncoding("gzip", file + ".gz", 500, null),
            ],
        };
    }
}
