using System.Text.Encodings.Web;
using System.Text.Json;

namespace DownPage.DownFile;

/// <summary>
/// How documents are written: with the letters of all languages as they are. None of them stands in markup.
/// </summary>
internal static class JsonForm
{
    /// <summary>For people: indented.</summary>
    public static JsonWriterOptions Readable { get; } = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>On one line.</summary>
    public static JsonWriterOptions Compact { get; } = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
