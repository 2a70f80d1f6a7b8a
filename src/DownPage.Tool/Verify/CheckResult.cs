namespace DownPage.Tool.Verify;

/// <summary>How a check came out.</summary>
internal enum CheckResult
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>Not as it should be.</summary>
    Differs,

    /// <summary>It could not be looked at, or there is nothing to look at; the detail says why.</summary>
    Skipped,
}
