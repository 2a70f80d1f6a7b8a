using DownPage.Packages.Tests.Awkward;

namespace DownPage.Packages.Tests.Diagnostics;

/// <summary>Routes whose answer is no page: all in one publish.</summary>
[TestClass]
public sealed class RouteAnswerTests
{
    private const string Items = """
        <DownPage Include="503.html" Route="/answers/down" />
            <DownPage Include="502.html" Route="/answers/nothing" />
            <DownPage Include="504.html" Route="/answers/elsewhere" />
            <DownPage Include="500.html" Route="/answers/fails" />
            <DownPage Include="404.html" Route="/no/such/page/at/all" />
        """;

    private static BuiltSite site = null!;
    private static Publication publication = null!;

    [ClassInitialize]
    public static async Task PublishAsync(TestContext context)
    {
        site = await BuiltSite.BuildAsync("AwkwardSite", context.CancellationToken);
        publication = await site.PublishAsync(context.CancellationToken, Items, properties: "DownPageHost=App");
    }

    [ClassCleanup]
    public static void Clean() => site?.Dispose();

    [TestMethod]
    public void Publish_FourOfFiveRoutesAnswerNoPage_ReportsFourAndPublishesNone()
    {
        publication.EnsureFailed();
        Assert.HasCount(4, publication.Findings, publication.Result.ToString());
    }

    [TestMethod]
    [DataRow("/answers/nothing", "DP0206", "204", DisplayName = "no body")]
    [DataRow("/no/such/page/at/all", "DP0206", "404", DisplayName = "no endpoint, no body")]
    [DataRow("/answers/elsewhere", "DP0206", "'/answers/page'", DisplayName = "a redirect, with its target")]
    [DataRow("/answers/fails", "DP0208", "The order desk is closed.", DisplayName = "an exception, with its message")]
    public void Route_AnswersNoPage_IsReportedOnce(string route, string code, string says)
    {
        Finding error = Assert.ContainsSingle(
            finding => finding.Says($"'{route}'"), publication.Findings, publication.Result.ToString());

        Assert.AreEqual(code, error.Code);
        Assert.Contains(says, error.Text);
    }

    [TestMethod]
    public void Route_ActionThrows_IsReportedWhereItThrew()
    {
        Finding error = Assert.ContainsSingle(
            finding => finding.Code == "DP0208", publication.Findings, publication.Result.ToString());

        Assert.StartsWith("Controllers/AnswersController.cs(20)", error.Place);
    }
}
