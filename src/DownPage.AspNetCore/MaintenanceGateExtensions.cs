namespace DownPage.AspNetCore;

/// <summary>The gate as a filter for the jobs of a scheduler.</summary>
public static class MaintenanceGateExtensions
{
    /// <summary>
    /// Runs a job unless the site is down: for schedulers, whose next run comes anyway. A job that has begun runs to its
    /// end.
    /// </summary>
    /// <param name="gate">The gate.</param>
    /// <param name="job">The job.</param>
    /// <param name="cancellationToken">Handed to the job.</param>
    /// <returns>Whether the job ran.</returns>
    public static async Task<bool> RunIfOpenAsync(
        this IMaintenanceGate gate, Func<CancellationToken, Task> job, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(gate);
        ArgumentNullException.ThrowIfNull(job);
        if (!gate.IsOpen)
        {
            return false;
        }

        await job(cancellationToken);
        return true;
    }
}
