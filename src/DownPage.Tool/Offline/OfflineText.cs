using System.Globalization;
using System.Text.Json;
using DownPage.DownFile;
using DownPage.Tool.Output;
using DownPage.Tool.Pages;

namespace DownPage.Tool.Offline;

/// <summary>What is said of IIS's file.</summary>
internal static class OfflineText
{
    public static void WriteOffline(TextWriter writer, Palette palette, OfflineSite site, BuiltPage page, OfflineChange change)
    {
        var what = string.Create(
            CultureInfo.InvariantCulture,
            $"{page.Entry.File}, {page.Content.Length:N0} bytes{(page.Stamp is null ? "" : ", build " + page.Stamp)}");
        var head = (change.HasChanged, change.WasOffline) switch
        {
            (false, _) => "The site was offline already, with this page: ",
            (true, true) => "The site was offline already; the page is a new one: ",
            _ => "The site is offline: ",
        };
        writer.WriteLine($"{palette.Bad(head.TrimEnd(' ', ':') + ":")} '{site.File.Live}' is {what}.");
        writer.WriteLine();
        writer.WriteLine(
            "IIS     The ASP.NET Core Module lets running requests end (shutdownTimeLimit, 10 s), stops the app, and answers");
        writer.WriteLine(
            "        every path with the page and 503: without Retry-After, so the page itself has to look again.");
        writer.WriteLine(site.HonorsAppOffline
            ? "Kestrel UseMaintenanceMode() answers with the page while the file is there; the app goes on running."
            : "Kestrel Nothing: MaintenanceMode:HonorAppOffline is false in the app's configuration.");
        writer.WriteLine();
        writer.WriteLine($"Back again: downpage online --app \"{site.ContentRoot}\"");
    }

    public static void WriteOnline(TextWriter writer, Palette palette, OfflineSite site, OfflineChange change, TimeSpan? downFor)
    {
        if (!change.WasOffline)
        {
            writer.WriteLine($"Nothing to do: there is no '{site.File.Live}'.");
            return;
        }

        var parked = change.Parked is { } path ? $" The page is parked as '{path}'." : "";
        var span = downFor is { } length ? $" It was offline for {MomentText.Of(length)}." : "";
        writer.WriteLine($"{palette.Good("The site is online again.")}{parked}{span}");
        writer.WriteLine("IIS starts the app with the next request.");
    }

    /// <summary>For scripts.</summary>
    public static void WriteJson(TextWriter writer, bool isOffline, OfflineSite site, OfflineChange change, BuiltPage? page)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, JsonForm.Readable))
        {
            json.WriteStartObject();
            json.WriteBoolean("offline", isOffline);
            json.WriteBoolean("changed", change.HasChanged);
            json.WriteString("file", site.File.Live);
            if (page is not null)
            {
                json.WriteString("page", page.Path);
                json.WriteString("sha256", PageBytes.Hash(page.Content));
            }

            if (change.Parked is { } parked)
            {
                json.WriteString("parked", parked);
            }

            json.WriteStartArray("kept");
            foreach (var kept in change.Kept)
            {
                json.WriteStringValue(kept);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        writer.WriteLine(System.Text.Encoding.UTF8.GetString(buffer.ToArray()));
    }
}
