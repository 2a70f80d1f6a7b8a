using DownPage.PageManifest;
using DownPage.Tool.Pages;

namespace DownPage.Tool.Verify;

/// <summary>One look at a site: what is asked, of whom, and what is known so far.</summary>
/// <param name="order">What is to be looked at.</param>
/// <param name="site">Who is asked.</param>
/// <param name="pages">What the build has left.</param>
/// <param name="family">The page that should come, in all forms and languages. Empty: it is not known.</param>
internal sealed class Visit(VerifyOrder order, LiveSite site, BuiltPages pages, IReadOnlyList<BuiltPage> family)
{
    public VerifyOrder Order { get; } = order;

    public BuiltPages Pages { get; } = pages;

    public IReadOnlyList<BuiltPage> Family { get; } = family;

    public IReadOnlyList<BuiltPage> Html { get; } = [.. family.Where(page => page.Form == ManifestForm.Html)];

    /// <summary>The page for those who prefer no language. Null: it is not known.</summary>
    public BuiltPage? Standard => Html.Count > 0 ? Html[0] : null;

    /// <summary>Where the page is asked for, once it is known whether that leads elsewhere.</summary>
    public Uri Address { get; set; } = order.Address;

    /// <summary>The answer to a plain request, to which the others are held.</summary>
    public required SiteAnswer First { get; set; }

    /// <summary>By which headers of a request the answers were seen to be others.</summary>
    public SortedSet<string> VariesBy { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether an answer is the page: of the build, or where that is not known, what came first.</summary>
    public bool IsThePage(SiteAnswer answer)
    {
        var content = answer.Content ?? [];
        return content.AsSpan().SequenceEqual(First.Content ?? [])
            || PageMatch.Of(answer, Html).Page is not null
            || (answer.Head.Stamp is { } stamp && stamp == First.Head.Stamp);
    }

    /// <exception cref="ToolException">No answer came.</exception>
    public Task<SiteAnswer> AskAsync(
        CancellationToken cancellationToken, params (string Name, string Value)[] headers)
        => site.AskAsync(new SiteRequest(Address, headers), cancellationToken);

    /// <inheritdoc cref="AskAsync(CancellationToken, ValueTuple{string, string}[])"/>
    public Task<SiteAnswer> AskAsync(SiteRequest request, CancellationToken cancellationToken)
        => site.AskAsync(request, cancellationToken);

    /// <summary>Another address of the site.</summary>
    public Uri At(string pathAndQuery) => new(Address, pathAndQuery);
}
