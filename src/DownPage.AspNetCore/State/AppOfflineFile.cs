namespace DownPage.AspNetCore.State;

/// <summary>What tells one <c>app_offline.htm</c> from the next.</summary>
internal sealed record AppOfflineFile(DateTimeOffset WrittenAt, long Bytes);
