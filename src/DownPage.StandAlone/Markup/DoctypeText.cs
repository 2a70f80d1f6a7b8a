using AngleSharp.Dom;

namespace DownPage.StandAlone.Markup;

/// <summary>
/// A document type declaration, written so that the browser's mode (quirks or not) stays what it was.
/// </summary>
internal static class DoctypeText
{
    public static string Of(IDocumentType doctype, bool minify)
    {
        var keyword = minify ? "<!doctype" : "<!DOCTYPE";
        var name = string.IsNullOrEmpty(doctype.Name) ? "" : " " + doctype.Name;
        return keyword + name + Identifiers(doctype) + ">";
    }

    private static string Identifiers(IDocumentType doctype)
    {
        var publicId = doctype.PublicIdentifier ?? "";
        var systemId = doctype.SystemIdentifier ?? "";
        return (publicId, systemId) switch
        {
            // A declaration that was malformed put the page into quirks mode; this one is malformed as well.
            ("", "") => IsQuirks(doctype) && IsHtml(doctype) ? " SYSTEM" : "",
            ("", _) => " SYSTEM " + Quoted(systemId),
            (_, "") => " PUBLIC " + Quoted(publicId),
            _ => $" PUBLIC {Quoted(publicId)} {Quoted(systemId)}",
        };
    }

    private static bool IsHtml(IDocumentType doctype) => doctype.Name is "html";

    private static bool IsQuirks(IDocumentType doctype) => doctype.Owner?.CompatMode == "BackCompat";

    private static string Quoted(string identifier) => identifier.Contains('"') ? $"'{identifier}'" : $"\"{identifier}\"";
}
