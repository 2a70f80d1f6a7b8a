namespace DownPage.AspNetCore.Farm;

/// <summary>
/// A value that several nodes change at once. Read, changed, written in the place of what was read; again where
/// somebody else was faster.
/// </summary>
/// <remarks>
/// A cache can compare and write only one after the other: a writer between the two is written over though both were
/// told that it went well. So each looks a while later whether its change is still in, and makes it again if not.
/// </remarks>
internal sealed class SharedValue(FarmContext farm, StoreLane lane, string key)
{
    private const int MostAttempts = 10;
    private const int RoundTripsToSettle = 5;

    private static readonly TimeSpan ShortestSettle = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestSettle = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(500);

    /// <param name="make">Makes what is to be there of what is; null: nothing needs to be written.</param>
    /// <param name="isIn">Whether the change is in what is there.</param>
    /// <param name="settles">Whether to look afterwards whether the change is still in.</param>
    /// <param name="cancellationToken">Ends it before something is written; then it is brought to its end.</param>
    /// <returns>What was there last; null: nothing.</returns>
    /// <exception cref="IOException">The store failed, or somebody else keeps changing the value.</exception>
    public async Task<ReadOnlyMemory<byte>?> ChangeAsync(
        Func<ReadOnlyMemory<byte>?, byte[]?> make,
        Func<ReadOnlyMemory<byte>, bool> isIn,
        bool settles,
        CancellationToken cancellationToken)
    {
        var tried = false;
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            if (attempt > 0)
            {
                await PauseAsync(attempt, tried ? CancellationToken.None : cancellationToken);
            }

            var began = farm.Clock.GetTimestamp();
            var there = await lane.ReadAsync(key, tried ? CancellationToken.None : cancellationToken);
            if (tried && there is not null && isIn(there.Value))
            {
                return there.Value;
            }

            if (make(there?.Value) is not { } value)
            {
                return there?.Value;
            }

            cancellationToken.ThrowIfCancellationRequested();
            tried = true;
            if (await TryAsync(value, there?.Version, isIn))
            {
                if (!settles)
                {
                    return value;
                }

                if (await SettledAsync(farm.Clock.GetElapsedTime(began) / 2, isIn) is { } stands)
                {
                    return stands;
                }
            }
        }

        throw new IOException(
            $"Somebody else keeps changing '{key}' in the shared store, so this change was given up. Try again.");
    }

    /// <summary>An operation that failed may have been done all the same: what is there then tells.</summary>
    private async Task<bool> TryAsync(byte[] value, string? version, Func<ReadOnlyMemory<byte>, bool> isIn)
    {
        try
        {
            return await lane.ReplaceAsync(key, value, version, CancellationToken.None);
        }
        catch (IOException failed)
        {
            if (await IsInAsync(isIn))
            {
                return true;
            }

            throw new IOException(
                $"The shared store failed as '{key}' was written, and it may be written yet: {failed.Message}. "
                + "Look at the status before trying again.",
                failed);
        }
    }

    private async Task<bool> IsInAsync(Func<ReadOnlyMemory<byte>, bool> isIn)
    {
        try
        {
            return await lane.ReadAsync(key, CancellationToken.None) is { } there && isIn(there.Value);
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>What is there after a while, where the change is still in it; null: it was written over.</summary>
    private async Task<ReadOnlyMemory<byte>?> SettledAsync(TimeSpan roundTrip, Func<ReadOnlyMemory<byte>, bool> isIn)
    {
        var settle = roundTrip * RoundTripsToSettle;
        settle = settle < ShortestSettle ? ShortestSettle : settle > LongestSettle ? LongestSettle : settle;
        await Task.Delay(settle, farm.Clock);
        try
        {
            // Not by a conditional: null would be taken for an array, and become a value that is empty.
            if (await lane.ReadAsync(key, CancellationToken.None) is { } there && isIn(there.Value))
            {
                return there.Value;
            }

            return null;
        }
        catch (IOException failed)
        {
            throw new IOException(
                $"'{key}' was written to the shared store, and whether somebody wrote over it could not be looked "
                + $"at: {failed.Message}. Look at the status before trying again.",
                failed);
        }
    }

    private Task PauseAsync(int attempt, CancellationToken cancellationToken)
    {
        var pause = FirstPause * Math.Pow(2, attempt);
        return Task.Delay(farm.Jitter(pause < LongestPause ? pause : LongestPause, 0), farm.Clock, cancellationToken);
    }
}
