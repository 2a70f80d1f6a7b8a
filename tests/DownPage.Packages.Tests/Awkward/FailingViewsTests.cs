namespace DownPage.Packages.Tests.Awkward;

/// <summary>Views that cannot be rendered: all of them in one publish, each reported at its place.</summary>
[TestClass]
public sealed class FailingViewsTests
{
    private const string Items = """
        <DownPage Include="Views/Errors/502.cshtml" />
            <DownPage Include="Views/Broken/Throws.cshtml" StatusCode="500" />
            <DownPage Include="Views/Broken/ThrowsInPartial.cshtml" StatusCode="500" />
            <DownPage Include="Views/Broken/NeedsDatabase.cshtml" StatusCode="500" />
            <DownPage Include="Views/Broken/NeedsService.cshtml" StatusCode="500" />
            <DownPage Include="Views/Broken/NeedsModel.cshtml" StatusCode="500" />
            <DownPage Include="Views/Broken/NeedsLayout.cshtml" StatusCode="500" />
        """;

    private static BuiltSite site = null!;
    private static Publication publication = null!;

    [ClassInitialize]
    public static async Task PublishAsync(TestContext context)
    {
        site = await BuiltSite.BuildAsync("AwkwardSite", context.CancellationToken);
        publication = await site.PublishAsync(context.CancellationToken, Items);
    }

    [ClassCleanup]
    public static void Clean() => site?.Dispose();

    [TestMethod]
    public void Publish_SixOfSevenViewsFail_ReportsSixAndPublishesNone()
    {
        publication.EnsureFailed();
        Assert.HasCount(6, publication.Findings, publication.Result.ToString());
    }

    [TestMethod]
    [DataRow("Views/Broken/Throws.cshtml(5): error DP0201", "No ticket was handed to this view.")]
    [DataRow("Views/Broken/_Telephone.cshtml(3): error DP0201", "No telephone number is known.")]
    [DataRow("Views/Broken/NeedsModel.cshtml(3): error DP0204", "OrderSummary")]
    public void View_Fails_IsReportedAtItsLineWithItsMessage(string heading, string says)
    {
        Finding error = Assert.ContainsSingle(
            finding => finding.Heading == heading, publication.Findings, publication.Result.ToString());

        Assert.Contains(says, error.Text);
    }

    // The exception comes out of a service: the place to look at is the line of the view that called it.
    [TestMethod]
    public void View_CallsAServiceThatThrows_ReportsDP0201InTheView()
    {
        Finding error = Assert.ContainsSingle(
            finding => finding.Says("Connection refused"), publication.Findings, publication.Result.ToString());

        Assert.AreEqual("Views/Broken/NeedsDatabase.cshtml(4): error DP0201", error.Heading);
    }

    [TestMethod]
    public void View_InjectsAnUnregisteredService_ReportsDP0203WithItsType()
    {
        Finding error = Assert.ContainsSingle(
            finding => finding.Code == "DP0203", publication.Findings, publication.Result.ToString());

        Assert.StartsWith("Views/Broken/NeedsService.cshtml", error.Place);
        Assert.Contains("AwkwardSite.Behaviours.IOrderDesk", error.Text);
    }

    [TestMethod]
    public void View_LayoutDoesNotExist_ReportsDP0209WithWhatWasSearched()
    {
        Finding error = Assert.ContainsSingle(
            finding => finding.Code == "DP0209", publication.Findings, publication.Result.ToString());

        Assert.StartsWith("Views/Broken/NeedsLayout.cshtml", error.Place);
        Assert.Contains("_Frame", error.Text);
        Assert.Contains("/Views/Shared/_Frame.cshtml", error.Text);
    }
}
