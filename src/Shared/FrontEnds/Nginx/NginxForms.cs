namespace DownPage.FrontEnds.Nginx;

/// <summary>
/// The form by <c>Accept</c>, chosen as maintenance mode chooses it: by weight, of these HTML before JSON before text,
/// of these what is named before <c>*/*</c>. Who prefers nothing gets HTML, programs too.
/// </summary>
internal static class NginxForms
{
    public const string Html = "html";
    public const string Json = "json";
    public const string Text = "text";

    /// <summary>The map of the form. Empty: there is HTML alone.</summary>
    /// <param name="site">The site.</param>
    /// <param name="names">The names of its variables.</param>
    /// <param name="accept">The variable that has the header.</param>
    public static string Map(FrontEndSite site, NginxNames names, string accept)
    {
        if (!site.HasJson && !site.HasText)
        {
            return "";
        }

        var lines = new List<string>();
        foreach (var weight in NginxWeight.All)
        {
            Add(@"(?:text/html|application/xhtml\+xml)" + weight, Html, true);
            Add(@"(?:application/(?:[a-z0-9.-]+\+)?|text/)json" + weight, Json, site.HasJson);
            Add("text/plain" + weight, Text, site.HasText);
            Add(@"\*(?:/\*)?" + weight, Html, true);
        }

        Add(@"text/\*" + NginxWeight.Some, Html, true);
        Add(@"application/\*" + NginxWeight.Some, Json, site.HasJson);
        return $$"""
            # What is to be sent, by the weights of Accept.
            map {{accept}} {{names.Of("form")}} {
                default {{Html}};
            {{string.Join('\n', lines)}}
            }


            """;

        void Add(string pattern, string form, bool isThere)
        {
            if (isThere)
            {
                lines.Add($"    \"~*(?:^|,)\\s*{pattern}\" {form};");
            }
        }
    }
}
