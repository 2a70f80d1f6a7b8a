using Microsoft.Extensions.Logging;

namespace DownPage.AspNetCore.State;

/// <summary>
/// What was read before: a reading that failed once is taken for one of a file that is just being written, and what was
/// known holds; each failure is logged once.
/// </summary>
internal sealed partial class StateHistory(ILogger logger)
{
    private StateReading last = StateReading.Absent;
    private bool failedBefore;

    /// <summary>Why the last reading failed; null: it did not.</summary>
    public string? Failure { get; private set; }

    /// <returns>
    /// What to go by: the document that was read last; its failure is set from the second failed reading on.
    /// </returns>
    public StateReading Take(StateReading reading)
    {
        if (reading.Failure is { } failure)
        {
            if (failedBefore || reading.IsKept)
            {
                Failed(failure);
            }

            failedBefore = true;
            return (reading.IsKept ? Known(reading with { Failure = null }) : last) with { Failure = Failure };
        }

        Recovered();
        failedBefore = false;
        return Known(reading);
    }

    private StateReading Known(StateReading reading)
    {
        if (!reading.Warnings.SequenceEqual(last.Warnings))
        {
            foreach (var warning in reading.Warnings)
            {
                Log.MemberIgnored(logger, warning);
            }
        }

        last = reading;
        return last;
    }

    private void Failed(string failure)
    {
        if (!string.Equals(failure, Failure, StringComparison.Ordinal))
        {
            Log.StateUnreadable(logger, failure);
        }

        Failure = failure;
    }

    private void Recovered()
    {
        if (Failure is not null)
        {
            Log.StateReadable(logger);
        }

        Failure = null;
    }

    private static partial class Log
    {
        [LoggerMessage(
            3, LogLevel.Error,
            "The state of maintenance mode cannot be read: {Failure}",
            EventName = "StateUnreadable")]
        public static partial void StateUnreadable(ILogger logger, string failure);

        [LoggerMessage(
            4, LogLevel.Information,
            "The state of maintenance mode can be read again",
            EventName = "StateReadable")]
        public static partial void StateReadable(ILogger logger);

        [LoggerMessage(5, LogLevel.Warning, "In the down file: {Warning}", EventName = "DownFileMemberIgnored")]
        public static partial void MemberIgnored(ILogger logger, string warning);
    }
}
