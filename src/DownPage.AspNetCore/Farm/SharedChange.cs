using DownPage.DownFile;

namespace DownPage.AspNetCore.Farm;

/// <summary>What a change of the shared state came to.</summary>
/// <param name="Before">What was written before. Null: nothing.</param>
/// <param name="After">What is written now. Null: nothing.</param>
/// <param name="At">When it was made.</param>
internal sealed record SharedChange(DownFileDocument? Before, DownFileDocument? After, DateTimeOffset At);
