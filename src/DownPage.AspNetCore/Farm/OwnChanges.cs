namespace DownPage.AspNetCore.Farm;

/// <summary>
/// The changes that this node has made, as long as it can be seen whether they are in what is followed. A writer that
/// was stopped between comparing and writing writes over them when it wakes up, long after.
/// </summary>
internal sealed class OwnChanges
{
    private readonly Dictionary<string, long> revisions = new(StringComparer.Ordinal);

    public void Add(SharedEnvelope made) => revisions[made.Id] = made.Revision;

    /// <summary>How many of them are not in it. They are forgotten, as are those too old to be seen.</summary>
    public int Lost(SharedEnvelope followed)
    {
        var lost = 0;
        foreach (var (id, revision) in revisions.ToArray())
        {
            if (followed.Revision > revision + SharedEnvelope.MostAncestors)
            {
                revisions.Remove(id);
            }
            else if (!followed.Has(id))
            {
                revisions.Remove(id);
                lost++;
            }
        }

        return lost;
    }
}
