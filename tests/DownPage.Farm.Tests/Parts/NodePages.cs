namespace DownPage.Farm.Tests.Parts;

/// <summary>The content root of a node, with the page that visitors see.</summary>
internal static class NodePages
{
    public const string Page = "<!DOCTYPE html><html lang=en><title>Down</title><p>We are back soon.</p></html>\n";

    public static void WriteTo(TempFolder folder)
    {
        folder.Write("_downpage/503.html", Page);
        folder.Write(
            "_downpage/downpages.json",
            $$"""
            {
              "version": 1,
              "generator": "DownPage.Build 1.0.0",
              "application": "Farm",
              "pages": [
                {
                  "name": "503.html", "file": "503.html", "statusCode": 503, "default": true,
                  "mediaType": "text/html", "charset": "utf-8", "bytes": {{Page.Length}}, "sha256": "", "encodings": []
                }
              ],
              "assets": []
            }
            """);
    }
}
