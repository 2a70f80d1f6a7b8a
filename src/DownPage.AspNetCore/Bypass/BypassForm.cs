using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace DownPage.AspNetCore.Bypass;

/// <summary>What the page posts. Read without the framework's form reader: it takes 4 MB, and throws.</summary>
internal sealed record BypassForm(string Secret, string? Return)
{
    public const int MostBytes = 4096;

    private const string SecretField = "secret";
    private const string ReturnField = "return";

    /// <returns>Null: it is no such form, too long, or was torn.</returns>
    public static async ValueTask<BypassForm?> ReadAsync(HttpContext context)
    {
        if (context.Features.Get<IFormFeature>()?.Form is { } read)
        {
            return new BypassForm(read[SecretField].ToString(), read[ReturnField]);
        }

        if (!IsForm(context.Request.ContentType) || context.Request.ContentLength > MostBytes)
        {
            return null;
        }

        return await ReadTextAsync(context) is { } text ? Parse(text) : null;
    }

    private static bool IsForm(string? contentType)
        => contentType is not null
            && contentType.AsSpan().Trim().StartsWith(
                "application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);

    private static async ValueTask<string?> ReadTextAsync(HttpContext context)
    {
        var buffer = new byte[MostBytes + 1];
        try
        {
            var length = await context.Request.Body.ReadAtLeastAsync(
                buffer, buffer.Length, throwOnEndOfStream: false, context.RequestAborted);
            return length > MostBytes ? null : Encoding.UTF8.GetString(buffer, 0, length);
        }
        catch (Exception torn) when (torn is IOException or OperationCanceledException)
        {
            return null;
        }
    }

    private static BypassForm Parse(string text)
    {
        var secret = "";
        string? target = null;
        foreach (var field in new QueryStringEnumerable(text))
        {
            switch (field.DecodeName().Span)
            {
                case SecretField:
                    secret = field.DecodeValue().ToString();
                    break;
                case ReturnField:
                    target = field.DecodeValue().ToString();
                    break;
                default:
                    break;
            }
        }

        return new BypassForm(secret, target);
    }
}
