using DownPage.Status;

namespace DownPage.Tool.Targets;

/// <summary>What a change came to.</summary>
/// <param name="WasDown">Whether the site was down before.</param>
/// <param name="Changed">Whether anything was written.</param>
/// <param name="Now">What holds now.</param>
/// <param name="Warning">What should be looked at, though the change stands. Null: nothing.</param>
internal sealed record TargetChange(bool WasDown, bool Changed, StatusDocument Now, string? Warning);
