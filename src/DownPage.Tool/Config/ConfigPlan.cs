using DownPage.FrontEnds;
using DownPage.Tool.Pages;

namespace DownPage.Tool.Config;

/// <summary>A file that is to be written, and what is there now.</summary>
/// <param name="File">What is to be written.</param>
/// <param name="Path">Where.</param>
/// <param name="Existing">What is there. Null: nothing.</param>
internal sealed record ConfigPlan(ConfigFile File, string Path, byte[]? Existing)
{
    /// <summary>Whether there is nothing to write.</summary>
    public bool IsUnchanged => Existing is not null && File.Content.Span.SequenceEqual(Existing);

    /// <summary>Whether the file says by itself if it was changed. Pages and JSON have no room for it.</summary>
    public bool IsStamped => ConfigStamp.IsIntact(File.Content.Span);

    /// <summary>Whether what is there is lost with it: neither this command nor a build has written it so.</summary>
    /// <param name="record">What was written without a stamp.</param>
    public bool IsEdited(WrittenRecord record)
        => Existing is not null && !IsUnchanged && !ConfigStamp.IsIntact(Existing)
            && (IsStamped || !record.Has(File.Path, PageBytes.Hash(Existing)));
}
