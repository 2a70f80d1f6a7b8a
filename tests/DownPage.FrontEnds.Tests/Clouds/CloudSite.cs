using System.Text;
using System.Text.Json.Nodes;
using DownPage.PageManifest;

namespace DownPage.FrontEnds.Tests.Clouds;

/// <summary>The sample's site with other pages, and what a service's front end writes of it.</summary>
internal static class CloudSite
{
    public const string Page =
        "<!DOCTYPE html><html lang=en><head><title>Bald zurück</title></head>"
        + "<body>Wir ziehen um: 5 < 6</body></html>";

    /// <param name="html">Every page.</param>
    /// <param name="text">Every page as text. Null: there is none.</param>
    public static BuiltSite With(string html, string? text = "We are moving house.\n") => Sample.Built with
    {
        Read = file => Encoding.UTF8.GetBytes(file.EndsWith(".html", StringComparison.Ordinal) ? html : text ?? ""),
        Manifest = text is not null ? Sample.Built.Manifest : Sample.Built.Manifest with
        {
            Pages = Sample.Built.Manifest.Pages.FindAll(page => page.Form != ManifestForm.Text),
        },
    };

    public static IReadOnlyDictionary<string, string> Files(
        string server, BuiltSite? built = null, FrontEndOptions? options = null)
    {
        var frontEnd = FrontEndSet.Find(server);
        Assert.IsNotNull(frontEnd);
        Assert.IsFalse(frontEnd.NeedsDeployRoot);
        var site = Sample.Site(options ?? new FrontEndOptions { Servers = [server] }, built ?? With(Page));
        return frontEnd.Write(site).ToDictionary(file => file.Path, file => Encoding.UTF8.GetString(file.Content.Span));
    }

    public static JsonNode Json(string server, string path, BuiltSite? built = null, FrontEndOptions? options = null)
    {
        var node = JsonNode.Parse(Files(server, built, options)[path]);
        Assert.IsNotNull(node);
        return node;
    }

    public static FrontEndException Refused(string server, BuiltSite? built = null, FrontEndOptions? options = null)
        => Assert.ThrowsExactly<FrontEndException>(() => Files(server, built, options));

    /// <summary>A page of that many bytes.</summary>
    public static string Sized(int bytes) => "<!DOCTYPE html>".PadRight(bytes, 'x');
}
