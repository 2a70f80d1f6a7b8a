using System.Globalization;
using DownPage.Status;

namespace DownPage.FlagFile;

/// <summary>
/// When the flag is there: while one fixed answer, the maintenance page as 503, is the right one for everybody whom front
/// ends do not let pass by their own configuration.
/// </summary>
internal static class FlagFileRule
{
    /// <param name="state">What holds.</param>
    /// <param name="rules">The settings of who passes that no front end can follow, by name.</param>
    public static bool IsWanted(StatusDocument state, IReadOnlyList<string> rules)
        => state.Down && OnlyByTheApp(state, rules).Count == 0;

    /// <summary>
    /// What of a site's being down the app alone can do. Not the end, Retry-After and Refresh: the fixed page has its own.
    /// </summary>
    /// <inheritdoc cref="IsWanted"/>
    public static IReadOnlyList<string> OnlyByTheApp(StatusDocument state, IReadOnlyList<string> rules)
    {
        var found = new List<string>();
        Add(state.Mode == "readOnly", "read-only mode");
        Add(state.Scopes.Count > 0, "the parts that are down");
        Add(state.Message is not null, "the message");
        Add(state.RedirectTo is not null, "the redirect");
        Add(state.StatusCode is not (null or 503), string.Create(CultureInfo.InvariantCulture, $"the status {state.StatusCode}"));
        Add(state.AllowNetworks.Count > 0, "the networks that pass this time");
        return [.. found, .. rules];

        void Add(bool isAsked, string what)
        {
            if (isAsked)
            {
                found.Add(what);
            }
        }
    }
}
