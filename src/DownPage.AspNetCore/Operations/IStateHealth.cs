namespace DownPage.AspNetCore.Operations;

/// <summary>What the background reading of the state has to tell.</summary>
internal interface IStateHealth
{
    /// <summary>Why the state could not be read last time, in one sentence. Null: it could.</summary>
    string? Problem { get; }
}
