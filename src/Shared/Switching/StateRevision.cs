using System.Security.Cryptography;
using DownPage.DownFile;

namespace DownPage.Switching;

/// <summary>
/// A name for what is written, the same on every node that reads the same: whoever changes it says by this name what
/// was seen before, and a node which state it follows.
/// </summary>
internal static class StateRevision
{
    /// <summary>Nothing is written.</summary>
    public const string None = "none";

    private const int Length = 16;

    public static string Of(DownFileDocument? document)
        => document is null
            ? None
            : Convert.ToHexString(SHA256.HashData(DownFileWriter.Write(document)))[..Length].ToLowerInvariant();
}
