using DownPage.DownFile;

namespace DownPage.FlagFile;

/// <summary>A flag that is kept beside a state.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="IsWanted">Whether it shall be there, by what is written and the moment.</param>
internal sealed record FlagFileOrder(string Path, Func<DownFileDocument?, DateTimeOffset, bool> IsWanted);
