namespace DownPage.Tool.Verify;

/// <summary>The names of the checks: in the table, in JSON and in docs/verify.md. Never changed.</summary>
internal static class CheckNames
{
    public const string Status = "status";
    public const string StockPage = "stock-page";
    public const string Page = "page";
    public const string ContentType = "content-type";
    public const string CacheControl = "cache-control";
    public const string RetryAfter = "retry-after";
    public const string Robots = "robots";
    public const string Language = "language";
    public const string Brotli = "brotli";
    public const string Gzip = "gzip";
    public const string Json = "json";
    public const string Text = "text";
    public const string Vary = "vary";
    public const string Head = "head";
    public const string Post = "post";
    public const string Conditional = "conditional";
    public const string Range = "range";
    public const string MissingPath = "missing-path";
    public const string DeepPath = "deep-path";
    public const string Direct = "direct";
    public const string Redirect = "redirect";

    public static IReadOnlyList<string> All { get; } =
    [
        Redirect, Status, StockPage, Page, ContentType, CacheControl, RetryAfter, Robots, Language, Brotli, Gzip, Json,
        Text, Vary, Head, Post, Conditional, Range, MissingPath, DeepPath, Direct,
    ];
}
