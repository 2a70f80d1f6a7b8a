namespace DownPage.Tool.Verify;

/// <summary>What is asked to be looked at.</summary>
internal sealed record VerifyOrder
{
    /// <summary>The page's address: scheme, host, and the path that is asked for.</summary>
    public required Uri Address { get; init; }

    public int StatusCode { get; init; } = 503;

    /// <summary>Whether the address always answers with the page, so that the rest of the site may be up.</summary>
    public bool IsProbe { get; init; }

    /// <summary>What is sent as <c>Host</c>, where the address is that of one machine. Null: the address's own.</summary>
    public string? HostHeader { get; init; }

    /// <summary>Whether any certificate will do.</summary>
    public bool IsInsecure { get; init; }

    /// <summary>The languages to ask for. Empty: all that the build has.</summary>
    public IReadOnlyList<string> Cultures { get; init; } = [];

    /// <summary>How long an answer may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Where the pages are on the site, were they reachable: <c>_downpage</c>.</summary>
    public string PagesPath { get; init; } = "_downpage";
}
