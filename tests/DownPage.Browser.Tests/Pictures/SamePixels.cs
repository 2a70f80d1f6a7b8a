namespace DownPage.Browser.Tests.Pictures;

/// <summary>Compares a live page with one that stands alone, in every look.</summary>
internal static class SamePixels
{
    private const int Attempts = 4;

    /// <summary>What is wrong with the page that stands alone: a sentence for each fault, none when it is as it must be.</summary>
    /// <param name="name">The page's name in the sentences and in the names of pictures.</param>
    /// <param name="live">The page as the app answers it.</param>
    /// <param name="alone">The page that stands alone.</param>
    /// <param name="looks">The looks.</param>
    /// <param name="outsideRequests">What the page alone may ask for.</param>
    /// <param name="pictures">Where the pictures of a failure go.</param>
    public static async Task<IReadOnlyList<string>> FindFaultsAsync(
        string name,
        PageView live,
        StandAlonePage alone,
        IEnumerable<Look> looks,
        IEnumerable<string> outsideRequests,
        KeptPictures pictures)
    {
        List<string> faults = [];
        foreach (var look in looks)
        {
            if (await FindDifferenceAsync(live, alone.View, look) is var (expected, actual, difference))
                faults.Add($"{name}, {look}: {difference}; {pictures.Keep($"{name}-{look}", expected, actual, difference)}");
        }

        faults.AddRange(alone.Requests.Except(outsideRequests).Select(request => $"{name}: with the network off the page asked for {request}"));
        faults.AddRange(alone.View.ScriptErrors.Except(live.ScriptErrors).Select(error => $"{name}: a script threw {error}"));
        if (faults.Count > 0)
            faults.Add($"{name}: the page that stands alone is {pictures.KeepPage(name, alone.Content)}");
        return faults;
    }

    // The browser itself draws a dotted line or a turned text in more than one way, by the tiles that it happens to draw
    // first. What differs from every one of several pictures differs because of the page.
    private static async Task<(byte[] Live, byte[] Alone, PictureDifference Difference)?> FindDifferenceAsync(
        PageView live, PageView alone, Look look)
    {
        List<byte[]> ofLive = [];
        List<byte[]> ofAlone = [];
        PictureDifference? difference = null;
        while (ofLive.Count < Attempts)
        {
            ofLive.Add(await live.TakePictureAsync(look));
            ofAlone.Add(await alone.TakePictureAsync(look));
            if (ofLive.Any(expected => ofAlone.Any(actual => expected.AsSpan().SequenceEqual(actual))))
                return null;

            difference = await PictureComparison.CompareAsync(ofLive[^1], ofAlone[^1]);
            if (difference is null)
                return null;
        }

        return (ofLive[^1], ofAlone[^1], difference!);
    }
}
