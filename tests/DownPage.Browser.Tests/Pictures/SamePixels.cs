namespace DownPage.Browser.Tests.Pictures;

/// <summary>Compares a live page with one that stands alone, in every look.</summary>
internal static class SamePixels
{
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
            var expected = await live.TakePictureAsync(look);
            var actual = await alone.View.TakePictureAsync(look);
            if (await PictureComparison.CompareAsync(expected, actual) is { } difference)
                faults.Add($"{name}, {look}: {difference}; {pictures.Keep($"{name}-{look}", expected, actual, difference)}");
        }

        faults.AddRange(alone.Requests.Except(outsideRequests).Select(request => $"{name}: with the network off the page asked for {request}"));
        faults.AddRange(alone.View.ScriptErrors.Except(live.ScriptErrors).Select(error => $"{name}: a script threw {error}"));
        if (faults.Count > 0)
            faults.Add($"{name}: the page that stands alone is {pictures.KeepPage(name, alone.Content)}");
        return faults;
    }
}
