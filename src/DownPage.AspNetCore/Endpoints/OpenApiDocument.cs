using System.Text.Json;

namespace DownPage.AspNetCore.Endpoints;

/// <summary>What the endpoint takes and answers, as OpenAPI 3.1 has it: <c>openapi.json</c>.</summary>
internal static class OpenApiDocument
{
    public const string Path = "/openapi.json";

    /// <param name="address">The endpoint's own address.</param>
    /// <param name="takesToken">Whether operators come with a token. Else signing in is the app's business.</param>
    public static byte[] Write(string address, bool takesToken)
    {
        using var file = typeof(OpenApiDocument).Assembly.GetManifestResourceStream("openapi.json")
            ?? throw new InvalidOperationException("The assembly has lost its description of the endpoint.");
        using var document = JsonDocument.Parse(file);
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            writer.WriteStartObject();
            foreach (var member in document.RootElement.EnumerateObject())
            {
                member.WriteTo(writer);
                if (member.NameEquals("info"))
                {
                    WriteServer(writer, address.Length == 0 ? "/" : address);
                    WriteSecurity(writer, takesToken);
                }
            }

            writer.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static void WriteServer(Utf8JsonWriter writer, string address)
    {
        writer.WriteStartArray("servers");
        writer.WriteStartObject();
        writer.WriteString("url", address);
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static void WriteSecurity(Utf8JsonWriter writer, bool takesToken)
    {
        if (takesToken)
        {
            writer.WriteStartArray("security");
            writer.WriteStartObject();
            writer.WriteStartArray("operatorToken");
            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndArray();
        }
    }
}
