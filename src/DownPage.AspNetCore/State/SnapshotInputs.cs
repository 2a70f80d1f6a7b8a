using DownPage.DownFile;

namespace DownPage.AspNetCore.State;

/// <summary>What a snapshot is made of, besides the state that comes of it: equal inputs need no new one.</summary>
/// <param name="Options">As they are now.</param>
/// <param name="Document">What is written. Null: nothing.</param>
/// <param name="Offline">The file that takes an app down below IIS. Null: there is none.</param>
/// <param name="EndpointsRead">How often the app's endpoints had been read.</param>
internal sealed record SnapshotInputs(
    MaintenanceModeOptions Options, DownFileDocument? Document, AppOfflineFile? Offline, int EndpointsRead);
