using DownPage.RenderProtocol;
using Microsoft.Build.Framework;

namespace DownPage.Build.Tests;

[TestClass]
public sealed class DiagnosticLogTests
{
    private const string Project = "/src/Shop/Shop.csproj";

    private readonly RecordingBuildEngine engine = new();
    private readonly DiagnosticLog log;

    public DiagnosticLogTests()
        => log = new DiagnosticLog(engine.CreateLog(), Project, "/pkg with space/docs/errors.md");

    [TestMethod]
    public void Error_WithPlace_HasCodeFileLineAndColumn()
    {
        log.Report(new RenderDiagnostic
        {
            Code = "DP0201",
            Message = "The view threw.",
            File = "/src/Shop/Views/Errors/502.cshtml",
            Line = 7,
            Column = 3,
        });

        var error = Assert.ContainsSingle(engine.Errors);
        Assert.AreEqual("DP0201", error.Code);
        Assert.AreEqual("The view threw.", error.Message);
        Assert.AreEqual("/src/Shop/Views/Errors/502.cshtml", error.File);
        Assert.AreEqual(7, error.LineNumber);
        Assert.AreEqual(3, error.ColumnNumber);
        Assert.IsEmpty(engine.Warnings);
    }

    [TestMethod]
    public void Error_WithCode_LinksToItsSection()
    {
        log.Report(new RenderDiagnostic { Code = "DP0201", Message = "The view threw." });

        Assert.AreEqual("file:///pkg%20with%20space/docs/errors.md#dp0201", engine.Errors.Single().HelpLink);
    }

    [TestMethod]
    [DataRow(null)]
    [DataRow("")]
    public void Error_WithoutPlace_PointsToTheProject(string? file)
    {
        log.Report(new RenderDiagnostic { Code = "DP0004", Message = "Twice.", File = file });

        Assert.AreEqual(Project, engine.Errors.Single().File);
    }

    [TestMethod]
    public void Message_WithBraces_IsNotAFormat()
    {
        log.Report(new RenderDiagnostic { Code = "DP0211", Message = "The route '{code}' {0} {", Detail = "{1}" });

        Assert.AreEqual("The route '{code}' {0} {", engine.Errors.Single().Message);
        Assert.AreEqual("{1}", engine.Messages.Single().Message);
    }

    [TestMethod]
    public void Detail_Given_IsAMessageOfLowImportance()
    {
        log.Report(new RenderDiagnostic { Code = "DP0201", Message = "The view threw.", Detail = "   at Shop.View()" });

        var detail = Assert.ContainsSingle(engine.Messages);
        Assert.AreEqual(MessageImportance.Low, detail.Importance);
        Assert.AreEqual("   at Shop.View()", detail.Message);
    }

    [TestMethod]
    public void Warning_ByDefault_IsAWarning()
    {
        log.Report(Warning());

        Assert.IsEmpty(engine.Errors);
        var warning = Assert.ContainsSingle(engine.Warnings);
        Assert.AreEqual("DP0205", warning.Code);
        Assert.EndsWith("#dp0205", warning.HelpLink);
    }

    [TestMethod]
    public void Warning_WithTreatWarningsAsErrors_IsAnError()
    {
        log.TreatWarningsAsErrors = true;

        log.Report(Warning());

        Assert.AreEqual("DP0205", Assert.ContainsSingle(engine.Errors).Code);
        Assert.IsEmpty(engine.Warnings);
    }

    [TestMethod]
    [DataRow("DP0205")]
    [DataRow("dp0205", DisplayName = "in another case")]
    public void Warning_WithTreatWarningsAsErrorsButExcepted_StaysAWarning(string excepted)
    {
        log.TreatWarningsAsErrors = true;
        log.ExceptedCodes = ["CS1591", excepted];

        log.Report(Warning());

        Assert.IsEmpty(engine.Errors);
        Assert.HasCount(1, engine.Warnings);
    }

    // C# projects separate codes by commas as often as by semicolons; MSBuild splits a task's list at semicolons alone.
    [TestMethod]
    public void Warning_ExceptedInACommaSeparatedList_StaysAWarning()
    {
        log.TreatWarningsAsErrors = true;
        log.ExceptedCodes = ["CS1591, DP0205"];

        log.Report(Warning());

        Assert.IsEmpty(engine.Errors);
    }

    [TestMethod]
    public void Error_Excepted_StaysAnError()
    {
        log.ExceptedCodes = ["DP0201"];

        log.Report(new RenderDiagnostic { Code = "DP0201", Message = "The view threw." });

        Assert.HasCount(1, engine.Errors);
    }

    [TestMethod]
    public void Several_Reported_KeepTheirOrder()
    {
        log.Report([new RenderDiagnostic { Code = "DP0004" }, new RenderDiagnostic { Code = "DP0001" }]);

        CollectionAssert.AreEqual(new[] { "DP0004", "DP0001" }, engine.Errors.ConvertAll(error => error.Code));
    }

    private static RenderDiagnostic Warning()
        => new() { IsError = false, Code = "DP0205", Message = "Answered with status 500." };
}
