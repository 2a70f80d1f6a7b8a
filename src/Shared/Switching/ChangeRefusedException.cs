namespace DownPage.Switching;

/// <summary>
/// The change cannot be made as things are: nothing has changed. The message says why, and what to do.
/// </summary>
internal sealed class ChangeRefusedException(ChangeRefusal refusal, string message) : InvalidOperationException(message)
{
    public ChangeRefusal Refusal { get; } = refusal;
}
