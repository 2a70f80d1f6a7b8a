using System.Globalization;
using System.Runtime.Serialization.Json;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace DownPage.RenderProtocol;

/// <summary>
/// JSON documents by way of the framework's JSON-to-XML mapping: the one JSON reader and writer that both a
/// netstandard2.0 task without dependencies and the renderer have, so that both sides compile the same code.
/// </summary>
internal static class JsonFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The document's root object.</summary>
    /// <exception cref="FormatException">The file holds no JSON object.</exception>
    public static XElement Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            using var reader = JsonReaderWriterFactory.CreateJsonReader(stream, XmlDictionaryReaderQuotas.Max);
            return XElement.Load(reader);
        }
        catch (Exception notJson) when (notJson is XmlException or InvalidOperationException)
        {
            throw new FormatException($"'{path}' holds no JSON object: {notJson.Message}", notJson);
        }
    }

    /// <summary>Writes beside and renames, so that a reader never meets half a document.</summary>
    public static void Write(string path, XElement root)
    {
        var beside = path + ".tmp";
        File.WriteAllText(beside, Serialize(root), Utf8);

        // File.Move has no overwrite in netstandard2.0.
        File.Delete(path);
        File.Move(beside, path);
    }

    public static string Serialize(XElement root)
    {
        using var stream = new MemoryStream();
        using (var writer = JsonReaderWriterFactory.CreateJsonWriter(stream, Utf8, ownsStream: false, indent: true))
        {
            root.WriteTo(writer);
        }

        // The writer escapes every slash, which JSON allows and nobody can read, and ends lines as on Windows; neither a bare
        // slash nor a bare line end occurs in its text.
        return Utf8.GetString(stream.ToArray()).Replace("\\/", "/").Replace("\r\n", "\n") + "\n";
    }

    public static XElement Object(string name, params XElement?[] members)
        => new(name, new XAttribute("type", "object"), members);

    public static XElement Array(string name, IEnumerable<XElement> items)
        => new(name, new XAttribute("type", "array"), items);

    /// <summary>A string member; null leaves the member out.</summary>
    public static XElement? String(string name, string? value)
        => value is null ? null : new XElement(name, new XAttribute("type", "string"), value);

    /// <summary>A number member; null leaves the member out.</summary>
    public static XElement? Number(string name, long? value)
        => value is null
            ? null
            : new XElement(name, new XAttribute("type", "number"), value.Value.ToString(CultureInfo.InvariantCulture));

    public static XElement Boolean(string name, bool value)
        => new(name, new XAttribute("type", "boolean"), value ? "true" : "false");

    /// <summary>The member's text; null: the document has no such member.</summary>
    public static string? Text(this XElement parent, string name) => parent.Element(name)?.Value;

    /// <summary>The member's text; empty: the document has no such member.</summary>
    public static string TextOrEmpty(this XElement parent, string name) => parent.Text(name) ?? "";

    /// <summary>The member's number; null: the document has no such member.</summary>
    public static long? Integer(this XElement parent, string name)
        => parent.Text(name) is { } text ? long.Parse(text, CultureInfo.InvariantCulture) : null;

    /// <summary>The items of an array member; none: the document has no such member.</summary>
    public static IEnumerable<XElement> Items(this XElement parent, string name)
        => parent.Element(name)?.Elements() ?? [];
}
