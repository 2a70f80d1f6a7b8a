using System.Xml;

namespace DownPage.Tool.Apps;

/// <summary>The variables that IIS gives an app: <c>environmentVariable</c> of its <c>web.config</c>.</summary>
internal static class WebConfigVariables
{
    /// <returns>Empty where there is no such file, or one that cannot be read: IIS would say so.</returns>
    public static IReadOnlyDictionary<string, string> Read(string path)
    {
        var variables = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (!File.Exists(path))
        {
            return variables;
        }

        try
        {
            using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            while (reader.ReadToFollowing("environmentVariable"))
            {
                if (reader.GetAttribute("name") is { Length: > 0 } name
                    && reader.GetAttribute("value") is { } value)
                {
                    variables[name] = value;
                }
            }
        }
        catch (Exception failed) when (failed is XmlException or IOException or UnauthorizedAccessException)
        {
            variables.Clear();
        }

        return variables;
    }
}
