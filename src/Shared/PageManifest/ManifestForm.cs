namespace DownPage.PageManifest;

/// <summary>The forms of a page.</summary>
internal enum ManifestForm
{
    Html,

    /// <summary>Problem details (RFC 9457).</summary>
    Json,

    Text,
}
