namespace DownPage.AspNetCore.Tests;

/// <summary>
/// What the package shows to others, against the listing that is checked in: a change is made on purpose.
/// </summary>
[TestClass]
public sealed class PublicApiTests
{
    [TestMethod]
    public void PublicTypesAndMembers_AreThoseOfTheListing()
    {
        var listing = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", "public-api.txt"));

        var actual = PublicApi.Describe(typeof(MaintenanceModeOptions).Assembly);

        Assert.AreEqual(listing.ReplaceLineEndings("\n"), actual);
    }
}
