using System.Xml.Linq;

namespace DownPage.Build.WebConfig;

/// <summary>
/// Puts the pages into a web.config, beside what is there: what somebody has written for himself stays, and what an
/// earlier publish has written is brought up to date.
/// </summary>
/// <param name="document">The web.config.</param>
/// <param name="wanted">The element <c>httpErrors</c> with what it takes.</param>
/// <param name="pagesFolder">Where the pages are, <c>_downpage\</c>: what points there is ours. Empty: not known by
/// that.</param>
internal sealed class HttpErrors(XDocument document, XElement wanted, string pagesFolder)
{
    private bool hasChanged;

    /// <summary>The codes that somebody else's pages are shown for.</summary>
    public List<string> Foreign { get; } = [];

    /// <summary>Whether the file is one of an app under the ASP.NET Core Module.</summary>
    public bool HasModule => Modules().Count > 0;

    /// <returns>Whether anything was to be done.</returns>
    public bool Merge()
    {
        foreach (var module in Modules())
        {
            // With its own page for an app that does not start, the module leaves nothing for httpErrors to do.
            if (module.Attribute("disableStartUpErrorPage") is null)
            {
                module.SetAttributeValue("disableStartUpErrorPage", "true");
                hasChanged = true;
            }

            if (module.Parent is { } server)
            {
                MergeInto(server);
            }
        }

        return hasChanged;
    }

    private List<XElement> Modules()
        => [.. document.Descendants().Where(element => element.Name.LocalName == "aspNetCore"
            && element.Parent?.Name.LocalName == "system.webServer")];

    private void MergeInto(XElement server)
    {
        var section = Child(server, "httpErrors");
        if (section is null)
        {
            section = new XElement(server.Name.Namespace + "httpErrors");
            server.AddIndented(section);
            hasChanged = true;
        }

        foreach (var attribute in wanted.Attributes())
        {
            if (!Others(section).Append(section).Any(other => other.Attribute(attribute.Name) is not null))
            {
                section.SetAttributeValue(attribute.Name, attribute.Value);
                hasChanged = true;
            }
        }

        foreach (var error in wanted.Elements("error"))
        {
            MergeError(section, error);
        }
    }

    private void MergeError(XElement section, XElement error)
    {
        var code = error.Attribute("statusCode")?.Value ?? "";
        var known = Others(section).Append(section).SelectMany(other => Children(other, "error")).Where(other => IsFor(other, code));
        foreach (var entry in known)
        {
            if (!IsOurs(entry, error))
            {
                Foreign.Add(code);
                return;
            }

            if (entry.Parent == section)
            {
                Update(entry, error);
                return;
            }
        }

        // A second entry for a code, without this, would be an error 500.19 of the whole site.
        if (!Children(section, "remove").Any(other => IsFor(other, code)))
        {
            section.AddIndented(new XElement(
                section.Name.Namespace + "remove", new XAttribute("statusCode", code), new XAttribute("subStatusCode", "-1")));
        }

        section.AddIndented(new XElement(section.Name.Namespace + "error", error.Attributes()));
        hasChanged = true;
    }

    private void Update(XElement entry, XElement error)
    {
        foreach (var attribute in error.Attributes().Where(value => entry.Attribute(value.Name)?.Value != value.Value))
        {
            // Its absence means -1.
            if (attribute.Name != "subStatusCode")
            {
                entry.SetAttributeValue(attribute.Name, attribute.Value);
                hasChanged = true;
            }
        }
    }

    /// <summary>Those of other levels of the same file that hold for the app too.</summary>
    private IEnumerable<XElement> Others(XElement section)
        => document.Descendants().Where(element => element.Name.LocalName == "httpErrors" && element != section
            && element.Ancestors().All(above => above.Name.LocalName != "location"
                || above.Attribute("path")?.Value is null or "" or "."));

    private bool IsOurs(XElement entry, XElement error)
    {
        var path = entry.Attribute("path")?.Value ?? "";
        return path == error.Attribute("path")?.Value
            || (pagesFolder.Length > 0 && path.StartsWith(pagesFolder, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsFor(XElement entry, string code)
        => entry.Attribute("statusCode")?.Value == code && entry.Attribute("subStatusCode")?.Value is null or "-1";

    private static XElement? Child(XElement parent, string name) => Children(parent, name).FirstOrDefault();

    private static IEnumerable<XElement> Children(XElement parent, string name)
        => parent.Elements().Where(element => element.Name.LocalName == name);
}
