namespace DownPage.Servers.Tests.Scenarios;

/// <summary>How long a test may take.</summary>
internal static class Limits
{
    /// <summary>
    /// In milliseconds. Much, because the first test packs and publishes, and others wait for their turn; what a
    /// scenario waits for has limits of its own.
    /// </summary>
    public const int Test = 10 * 60 * 1000;
}
