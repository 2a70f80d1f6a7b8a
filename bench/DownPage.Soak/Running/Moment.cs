namespace DownPage.Soak.Running;

/// <summary>What holds from one change to the next.</summary>
/// <param name="Number">Which one it is.</param>
/// <param name="Life">The app's life that listens, or listened last.</param>
/// <param name="ListeningSince">A timestamp; 0: the app is dead, or starts.</param>
/// <param name="Flag">Whether the flag file is there.</param>
/// <param name="FlagIsChanging">Then nobody can say.</param>
internal sealed record Moment(long Number, int Life, long ListeningSince, bool Flag, bool FlagIsChanging);
