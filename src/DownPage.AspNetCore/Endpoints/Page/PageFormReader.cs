using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace DownPage.AspNetCore.Endpoints.Page;

/// <summary>Reads what a form of the page sent.</summary>
internal static class PageFormReader
{
    private const int MostFields = 100;
    private const int LongestField = 16 * 1024;

    private static readonly FormOptions Bounds = new()
    {
        ValueCountLimit = MostFields,
        ValueLengthLimit = LongestField,
        BufferBodyLengthLimit = MostFields * LongestField,
    };

    /// <returns>Null: it is no such form, or torn, or too long.</returns>
    public static async Task<PageForm?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentType?.StartsWith(
            "application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true)
        {
            return null;
        }

        try
        {
            var fields = await request.ReadFormAsync(Bounds, cancellationToken);
            return new PageForm(fields.ToDictionary(
                field => field.Key, field => field.Value.OfType<string>().ToArray(), StringComparer.Ordinal));
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or IOException)
        {
            return null;
        }
    }
}
