namespace DownPage.StandAlone.Checks;

/// <summary>How large a page a server takes.</summary>
/// <param name="Server">Its name in <c>DownPageServers</c>.</param>
/// <param name="What">What has the limit, as a sentence calls it.</param>
/// <param name="Limit">The largest page for which it is documented to work, in bytes; in characters, see below.</param>
/// <param name="Refused">The largest page that it takes at all, where it does not say so before it is to show
/// it.</param>
/// <param name="CountsText">Whether it is the characters of the plain text that count, where that is published.</param>
internal sealed record ServerLimit(string Server, string What, int Limit, int? Refused = null, bool CountsText = false);
