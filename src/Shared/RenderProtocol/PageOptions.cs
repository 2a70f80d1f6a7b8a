namespace DownPage.RenderProtocol;

/// <summary>
/// What is done with a page once it is rendered: the properties of <c>DownPage</c>, and an item's own.
/// </summary>
internal sealed class PageOptions
{
    /// <summary>Whether what the page needs is put into it; false: the rendered bytes stay as they are.</summary>
    public bool SelfContained { get; set; } = true;

    /// <summary>
    /// The size, in bytes, up to which a file is put into the page; a larger one is published beside it.
    /// </summary>
    public int InlineLimit { get; set; } = 65_536;

    /// <summary>What becomes of scripts.</summary>
    public ScriptHandling Scripts { get; set; }

    /// <summary>Whether style rules that can match nothing in the page go.</summary>
    public bool TrimCss { get; set; } = true;

    /// <summary>Selectors whose rules stay, though nothing in the page matches them.</summary>
    public List<string> KeepCss { get; set; } = [];

    /// <summary>
    /// Whether markup and styles are written without what is never seen: comments, runs of white space.
    /// </summary>
    public bool Minify { get; set; } = true;

    /// <summary>Whether <c>.gz</c> and <c>.br</c> files are written beside the page.</summary>
    public bool Compress { get; set; } = true;

    /// <summary>The forms that the page is published in; <see cref="PageFormat.Html"/> always is.</summary>
    public List<PageFormat> Formats { get; set; } = [PageFormat.Html, PageFormat.Json, PageFormat.Text];

    /// <summary>Seconds between two looks of the page whether the site is back; null: it does not look.</summary>
    public int? RefreshSeconds { get; set; }

    /// <summary>Seconds after which a client may try again (RFC 9110 10.2.3); null: unknown.</summary>
    public int? RetryAfterSeconds { get; set; }

    /// <summary>The size in bytes that the page may have; null: any.</summary>
    public int? MaxBytes { get; set; }

    /// <summary>The servers that will show the page, by the names of <c>DownPageServers</c>: each has limits.</summary>
    public List<string> Servers { get; set; } = [];
}
