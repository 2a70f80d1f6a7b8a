namespace DownPage.FrontEnds.Clouds;

/// <summary>A service that is handed pages, and what it takes. Its limits are those of its documentation.</summary>
/// <param name="Name">Its name in <c>DownPageServers</c>.</param>
/// <param name="What">What has the limit, as a sentence calls it.</param>
/// <param name="Limit">The largest page, in bytes. Null: none that a page reaches.</param>
internal sealed record HostedService(string Name, string What, int? Limit = null);
