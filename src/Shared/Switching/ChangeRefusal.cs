namespace DownPage.Switching;

/// <summary>Why a change was refused.</summary>
internal enum ChangeRefusal
{
    /// <summary>The configuration's <c>Enabled</c> wins over whatever would be written.</summary>
    ConfigurationDecides,

    /// <summary>The site is not down by what can be changed.</summary>
    NotDown,

    /// <summary>The state is not the one that the change was meant for: somebody else was faster.</summary>
    OtherRevision,

    /// <summary>A window of that name is there.</summary>
    WindowExists,

    /// <summary>There is no window of that name.</summary>
    NoSuchWindow,

    /// <summary>A value cannot be.</summary>
    Invalid,
}
