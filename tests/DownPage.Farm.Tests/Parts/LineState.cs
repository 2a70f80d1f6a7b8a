namespace DownPage.Farm.Tests.Parts;

/// <summary>What becomes of a connection through <see cref="SlowProxy"/>.</summary>
internal enum LineState
{
    /// <summary>Bytes go through, as late as the proxy's delay says.</summary>
    Open,

    /// <summary>Connections break, and nobody gets a new one.</summary>
    Cut,

    /// <summary>Connections stay and are made, and no byte goes through until the line is open again.</summary>
    Silent,
}
