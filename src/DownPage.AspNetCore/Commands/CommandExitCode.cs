namespace DownPage.AspNetCore.Commands;

/// <summary>How an app ends that the command has started.</summary>
internal static class CommandExitCode
{
    /// <summary>It has answered, whatever the answer is.</summary>
    public const int Answered = 0;

    /// <summary>The answer could not be written.</summary>
    public const int NotAnswered = 70;

    /// <summary>There is no request that can be heeded.</summary>
    public const int WrongRequest = 78;
}
