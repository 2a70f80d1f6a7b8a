namespace DownPage.AspNetCore;

/// <summary>What holds while the state of maintenance mode cannot be read.</summary>
public enum StoreFailurePolicy
{
    /// <summary>What was known last; up, if nothing was.</summary>
    KeepLast,

    /// <summary>The site is up.</summary>
    Up,

    /// <summary>The site is down.</summary>
    Down,
}
