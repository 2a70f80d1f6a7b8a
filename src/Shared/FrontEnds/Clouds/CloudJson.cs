using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DownPage.FrontEnds.Clouds;

/// <summary>Documents as the services' interfaces take them.</summary>
internal static class CloudJson
{
    // Pages are full of what the default encoder takes for dangerous within markup; none of these stands in markup.
    private static readonly JsonWriterOptions Form = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>ASCII alone: command-line programs read files in the machine's own character set.</summary>
    /// <param name="path">Below <c>_downpage/conf/</c>.</param>
    /// <param name="write">Writes the one value.</param>
    public static ConfigFile Write(string path, Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Form))
        {
            write(json);
        }

        var text = Ascii(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
        return new ConfigFile(path, Encoding.ASCII.GetBytes(text.ReplaceLineEndings("\n") + "\n"));
    }

    /// <summary>A member that is a list of texts.</summary>
    public static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static string Ascii(string text)
    {
        var ascii = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            _ = char.IsAscii(letter)
                ? ascii.Append(letter)
                : ascii.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}");
        }

        return ascii.ToString();
    }
}
