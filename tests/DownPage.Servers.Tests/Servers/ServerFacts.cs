namespace DownPage.Servers.Tests.Servers;

/// <summary>
/// What a server does where servers differ. Scenarios hold it to that; the table of <c>docs/guides/results.md</c> is
/// made of it. What has a default here is what is wished for: a server says only what it cannot.
/// </summary>
internal sealed record ServerFacts
{
    /// <summary>The status when nobody listens where the app should.</summary>
    public required int Refused { get; init; }

    /// <summary>The status when the app takes the connection and says nothing.</summary>
    public required int Hanging { get; init; }

    /// <summary>How long that takes at most, with time limits of one second.</summary>
    public TimeSpan HangingTakes { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>The status when the app closes the connection without an answer.</summary>
    public required int Aborted { get; init; }

    /// <summary>
    /// The status of an answer that the app breaks off in its middle. 200: what there was of it has been passed on.
    /// </summary>
    public int Dying { get; init; } = 200;

    /// <summary>
    /// The status of a handshake for a WebSocket while the app is gone. 0: it is closed without an answer.
    /// </summary>
    public int UpgradeRefused { get; init; } = 503;

    /// <summary>How it chooses between HTML, problem details and text.</summary>
    public required Choosing Forms { get; init; }

    /// <summary>How it chooses between languages.</summary>
    public required Choosing Languages { get; init; }

    /// <summary>The content codings that it sends pages in, the best first.</summary>
    public IReadOnlyList<string> Encodings { get; init; } = [];

    /// <summary>Whether pages say their language in <c>Content-Language</c>.</summary>
    public bool SaysLanguage { get; init; } = true;

    /// <summary>Whether it serves what lies beside the pages itself.</summary>
    public bool Assets { get; init; } = true;

    /// <summary>
    /// Whether the flag file takes the site down; if not, <see cref="FrontServer.SwitchAsync"/> does.
    /// </summary>
    public bool FlagFile { get; init; } = true;

    /// <summary>
    /// How long it may take until a flag that was set or removed is seen. Zero: the next request sees it.
    /// </summary>
    public TimeSpan FlagTakes { get; init; }

    /// <summary>How long it may take until the app is asked again after it has come back.</summary>
    public TimeSpan ReturnTakes { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Whether a connection can be used again after a page.</summary>
    public bool KeepsConnection { get; init; } = true;

    /// <summary>Whether it speaks HTTP/2 at <c>ServerSetup.TlsPort</c>.</summary>
    public bool Http2 { get; init; } = true;

    /// <summary>Whether pages that have been replaced are shown only after a reload.</summary>
    public bool PagesNeedReload { get; init; }

    /// <summary>How long it may take until a replaced page is seen where no reload is needed.</summary>
    public TimeSpan PagesTake { get; init; }

    /// <summary>
    /// The status while the app is gone and the page's file too. Null: the page is in memory, and is shown all the
    /// same.
    /// </summary>
    public int? Missing { get; init; }

    /// <summary>The same where the server may not read the file.</summary>
    public int? Unreadable { get; init; }

    /// <summary>
    /// Targets that the server answers itself with a status of its own, up or down: <c>/a%2Fb</c> is such a one for
    /// some.
    /// </summary>
    public IReadOnlyDictionary<string, int> OwnAnswers { get; init; } = new Dictionary<string, int>();

    /// <summary>Whether the answer to HEAD says the length that GET has.</summary>
    public bool HeadSaysLength { get; init; } = true;
}
