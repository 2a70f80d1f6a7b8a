using DownPage.PageManifest;
using Microsoft.Extensions.Logging;

namespace DownPage.AspNetCore.Answers;

/// <summary>Reads the pages of the build. Never throws.</summary>
internal sealed partial class PageLoader(string contentRoot, MaintenancePagesOptions options, ILogger logger)
{
    private const string Manifest = "downpages.json";
    private const int LongestManifest = 8 * 1024 * 1024;
    private const int LongestPage = 4 * 1024 * 1024;
    private const long MostBytes = 128L * 1024 * 1024;

    private readonly PageFolder folder = new(Path.Combine(contentRoot, options.Folder));
    private long bytes;

    public PageLibrary Load()
    {
        var reading = ReadManifest();
        var families = reading.Pages.Select(Load)
            .OfType<LibraryPage>()
            .GroupBy(page => page.Name, StringComparer.Ordinal)
            .Select(group => new PageFamily([.. group]))
            .ToList();
        if (reading.Warnings.Count > 0)
        {
            var first = string.Join("; ", reading.Warnings.Take(5));
            Log.EntriesSkipped(logger, folder.PathOf(Manifest), reading.Warnings.Count, first);
        }

        var assets = reading.Assets.Where(asset => asset.File.StartsWith("assets/", StringComparison.Ordinal))
            .DistinctBy(asset => asset.File)
            .ToDictionary(
                asset => Address(asset.File),
                asset => new PageAsset(folder.PathOf(asset.File), asset.MediaType));
        return new PageLibrary(ReadOwnFile() ?? Named(families), families, assets, logger);

        LibraryPage? Load(ManifestPage page) => this.Load(page, reading.Warnings);
    }

    private PageManifestReading ReadManifest()
    {
        var path = folder.PathOf(Manifest);
        if (folder.Read(Manifest, LongestManifest, out var problem) is not { } content)
        {
            if (problem is not null)
            {
                Log.ManifestWrong(logger, path, problem);
            }
            else if (options.File is null)
            {
                Log.ManifestMissing(logger, path);
            }

            return PageManifestReading.Failed("");
        }

        var reading = PageManifestReader.Read(content);
        if (reading.Failure is { } failure)
        {
            Log.ManifestWrong(logger, path, failure);
        }

        return reading;
    }

    private LibraryPage? Load(ManifestPage page, List<string> warnings)
    {
        if (ReadBounded(page.File, out var problem) is not { } content)
        {
            warnings.Add($"{page.File} cannot be read: {problem ?? "it is missing"}");
            return null;
        }

        // Changed after the build: then its compressed forms say what it said before.
        var isAsBuilt = page.Bytes < 0 || page.Bytes == content.Length;
        return new LibraryPage
        {
            Name = page.Name,
            StatusCode = page.StatusCode,
            Format = page.Form switch
            {
                ManifestForm.Html => AnswerFormat.Html,
                ManifestForm.Json => AnswerFormat.Json,
                _ => AnswerFormat.Text,
            },
            IsDefault = page.IsDefault,
            RetryAfter = page.RetryAfter,
            IsOpen = page.Charset?.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase) != true,
            Body = new AnswerBody(page.ContentType, page.Culture, content, Encoded("br"), Encoded("gzip")),
        };

        byte[]? Encoded(string coding)
            => isAsBuilt && page.Encodings.FirstOrDefault(encoding => encoding.Encoding == coding) is { } encoding
                && ReadBounded(encoding.File, out _) is { } compressed
                    && (encoding.Bytes < 0 || encoding.Bytes == compressed.Length)
                ? compressed
                : null;
    }

    private byte[]? ReadBounded(string file, out string? problem)
    {
        if (bytes > MostBytes)
        {
            problem = $"the pages before have more than {MostBytes} bytes";
            return null;
        }

        var content = folder.Read(file, LongestPage, out problem);
        bytes += content?.Length ?? 0;
        return content;
    }

    /// <summary>The page of an app that does not use DownPage.Build.</summary>
    private PageFamily? ReadOwnFile()
    {
        if (options.File is not { } file)
        {
            return null;
        }

        var root = new PageFolder(contentRoot);
        if (root.Read(file, LongestPage, out var problem) is { } content)
        {
            var charset = PageCharset.Of(content);
            var contentType = charset is null ? "text/html" : $"text/html; charset={charset}";
            var body = AnswerBody.Made(contentType, null, content);
            return PageFamily.OfHtml(file, body, isOpen: charset != PageCharset.Utf16);
        }

        Log.FileUnreadable(logger, root.PathOf(file), problem ?? "it is missing");
        return null;
    }

    private PageFamily? Named(List<PageFamily> families)
    {
        if (options.Name is not { } name)
        {
            return null;
        }

        var named = families.Find(family => string.Equals(family.Name, name, StringComparison.OrdinalIgnoreCase));
        if (named is null)
        {
            var known = families.Count == 0 ? "none" : string.Join(", ", families.Select(family => family.Name));
            Log.NameUnknown(logger, name, folder.PathOf(Manifest), known);
        }

        return named;
    }

    /// <summary>Where the pages ask for the file.</summary>
    private string Address(string file)
        => $"/{PagesAddress.Of(options.Folder.Replace('\\', '/').Trim('/'))}/{file}";

    private static partial class Log
    {
        [LoggerMessage(
            50,
            LogLevel.Information,
            "There is no {Manifest}, so maintenance mode shows its built-in page. Pages are made when the "
                + "site is published with DownPage.Build; MaintenanceMode:Pages:Folder says where they are.",
            EventName = "ManifestMissing")]
        public static partial void ManifestMissing(ILogger logger, string manifest);

        [LoggerMessage(
            51,
            LogLevel.Warning,
            "{Manifest} cannot be used: {Problem}. Maintenance mode shows its built-in page; publish the "
                + "site again, or delete the file.",
            EventName = "ManifestWrong")]
        public static partial void ManifestWrong(ILogger logger, string manifest, string problem);

        [LoggerMessage(
            52,
            LogLevel.Warning,
            "{Manifest} lists {Count} files that cannot be used, and the others are: {Problems}. Publish "
                + "the site again.",
            EventName = "ManifestEntriesSkipped")]
        public static partial void EntriesSkipped(ILogger logger, string manifest, int count, string problems);

        [LoggerMessage(
            53,
            LogLevel.Warning,
            "MaintenanceMode:Pages:Name is '{Name}', and {Manifest} has no such page; it has: {Names}. The "
                + "page for the status code is shown.",
            EventName = "PageNameUnknown")]
        public static partial void NameUnknown(ILogger logger, string name, string manifest, string names);

        [LoggerMessage(
            54,
            LogLevel.Warning,
            "MaintenanceMode:Pages:File: {File} cannot be read: {Problem}. Another page is shown.",
            EventName = "PageFileUnreadable")]
        public static partial void FileUnreadable(ILogger logger, string file, string problem);
    }
}
