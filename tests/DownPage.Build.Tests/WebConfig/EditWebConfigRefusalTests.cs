using System.Text;
using DownPage.RenderProtocol;

namespace DownPage.Build.Tests.WebConfig;

/// <summary>A web.config that cannot be edited stays byte for byte as it is.</summary>
[TestClass]
public sealed class EditWebConfigRefusalTests
{
    [TestMethod]
    public void Execute_WithoutAWebConfig_HasNothingToDo()
    {
        using var fixture = new WebConfigFixture();

        Assert.IsTrue(fixture.Run());

        Assert.IsEmpty(fixture.Engine.Warnings);
        Assert.ContainsSingle(fixture.Engine.Messages);
        Assert.IsFalse(File.Exists(fixture.Path));
    }

    [TestMethod]
    [DataRow("<configuration><system.webServer></configuration>", 1, DisplayName = "not closed")]
    [DataRow("", 0, DisplayName = "empty")]
    [DataRow("<!DOCTYPE a [<!ENTITY b \"c\">]>\n<configuration />", 0, DisplayName = "with a document type")]
    [DataRow("<?xml version=\"1.0\" encoding=\"no-such\"?>\n<configuration />", 0, DisplayName = "an unknown encoding")]
    [DataRow("<configuration><aspNetCore /></configuration>", 0, DisplayName = "no module where it belongs")]
    public void Execute_OnWhatCannotBeEdited_WarnsAndLeavesIt(string text, int line)
    {
        using var fixture = new WebConfigFixture(text);

        Assert.IsTrue(fixture.Run());

        Assert.AreEqual(text, fixture.Text);
        var warning = Assert.ContainsSingle(fixture.Engine.Warnings);
        Assert.AreEqual(DiagnosticCodes.WebConfigUnreadable, warning.Code);
        Assert.AreEqual(line, warning.LineNumber);
        Assert.Contains("httpErrors.xml", warning.Message ?? "");
    }

    [TestMethod]
    public void Execute_OnBytesOfAnotherEncoding_WarnsAndLeavesThem()
    {
        using var fixture = new WebConfigFixture("<configuration><!-- größer --></configuration>", Encoding.Latin1);
        var before = fixture.Bytes;

        Assert.IsTrue(fixture.Run());

        Assert.AreSequenceEqual(before, fixture.Bytes);
        Assert.ContainsSingle(fixture.Engine.Warnings);
    }

    [TestMethod]
    public void Execute_WithWarningsAsErrors_Fails()
    {
        using var fixture = new WebConfigFixture("<configuration>");

        Assert.IsFalse(fixture.Run(task => task.TreatWarningsAsErrors = true));

        Assert.ContainsSingle(fixture.Engine.Errors);
    }

    [TestMethod]
    public void Execute_WithWarningsAsErrorsButThisCode_Warns()
    {
        using var fixture = new WebConfigFixture("<configuration>");

        Assert.IsTrue(fixture.Run(task =>
        {
            task.TreatWarningsAsErrors = true;
            task.ExceptedCodes = ["DP0708"];
        }));

        Assert.ContainsSingle(fixture.Engine.Warnings);
    }
}
