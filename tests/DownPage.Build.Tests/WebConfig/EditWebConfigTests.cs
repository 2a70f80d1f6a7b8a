using System.Text;

namespace DownPage.Build.Tests.WebConfig;

/// <summary>The pages in a web.config of either shape, beside what somebody has written there.</summary>
[TestClass]
public sealed class EditWebConfigTests
{
    private const string Generated = """
        <?xml version="1.0" encoding="utf-8"?>
        <configuration>
          <location path="." inheritInChildApplications="false">
            <system.webServer>
              <handlers>
                <add name="aspNetCore" path="*" verb="*" modules="AspNetCoreModuleV2" resourceType="Unspecified" />
              </handlers>
              <aspNetCore processPath="dotnet" arguments=".\Shop.dll" stdoutLogEnabled="false" hostingModel="inprocess" />
            </system.webServer>
          </location>
        </configuration>
        <!--ProjectGuid: 6D2C9F4B-0F0E-4F57-9C65-0C34C4C3B6B1-->
        """;

    private static readonly string[] All = ["remove 500", "500 _downpage\\503.html", "remove 502", "502 _downpage\\502.html"];

    [TestMethod]
    public void Execute_OnTheSdksOwnFile_AddsThePagesAndNothingElse()
    {
        using var fixture = new WebConfigFixture(Generated);

        Assert.IsTrue(fixture.Run());

        Assert.IsEmpty(fixture.Engine.Warnings);
        const string End = """
                  <aspNetCore processPath="dotnet" arguments=".\Shop.dll" stdoutLogEnabled="false" hostingModel="inprocess"
            """;
        var expected = Generated.Replace(
            End + " />",
            End + """
             disableStartUpErrorPage="true" />
                  <httpErrors errorMode="Custom" existingResponse="Auto">
                    <remove statusCode="500" subStatusCode="-1" />
                    <error statusCode="500" subStatusCode="-1" path="_downpage\503.html" responseMode="File" />
                    <remove statusCode="502" subStatusCode="-1" />
                    <error statusCode="502" subStatusCode="-1" path="_downpage\502.html" responseMode="File" />
                  </httpErrors>
            """,
            StringComparison.Ordinal);
        Assert.AreNotEqual(Generated, expected);
        Assert.AreEqual(expected, fixture.Text);
    }

    [TestMethod]
    public void Execute_OnAProjectsOwnFileWithoutLocation_AddsThePagesBesideTheModule()
    {
        using var fixture = new WebConfigFixture("""
            <configuration>
              <!-- ours -->
              <system.webServer>
                <httpProtocol><customHeaders><add name="X-A" value="1" /></customHeaders></httpProtocol>
                <aspNetCore processPath="dotnet" disableStartUpErrorPage="false" />
              </system.webServer>
            </configuration>
            """);

        Assert.IsTrue(fixture.Run());

        Assert.AreSequenceEqual(All, fixture.Entries);
        Assert.Contains("<!-- ours -->", fixture.Text);
        Assert.Contains("""<aspNetCore processPath="dotnet" disableStartUpErrorPage="false" />""", fixture.Text, "the user's");
    }

    [TestMethod]
    public void Execute_Again_ChangesNothing()
    {
        using var fixture = new WebConfigFixture(Generated);
        fixture.Run();
        var first = fixture.Bytes;
        var written = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(fixture.Path, written);

        Assert.IsTrue(fixture.Run());

        Assert.AreSequenceEqual(first, fixture.Bytes);
        Assert.AreEqual(written, File.GetLastWriteTimeUtc(fixture.Path), "IIS starts the app again when it changes.");
    }

    [TestMethod]
    public void Execute_AfterAPageWasRenamed_BringsOursUpToDate()
    {
        using var fixture = new WebConfigFixture(Generated.Replace(
            "<handlers>",
            """<httpErrors errorMode="Custom"><remove statusCode="502" /><error statusCode="502" path="_downpage\old.html" responseMode="ExecuteURL" /></httpErrors><handlers>""",
            StringComparison.Ordinal));

        fixture.Run();

        Assert.AreSequenceEqual(
            ["remove 502", "502 _downpage\\502.html", "remove 500", "500 _downpage\\503.html"], fixture.Entries);
        Assert.DoesNotContain("ExecuteURL", fixture.Text);
    }

    [TestMethod]
    [DataRow("<error statusCode=\"502\" path=\"/mine\" responseMode=\"ExecuteURL\" />", DisplayName = "for the code")]
    [DataRow(
        "<error statusCode=\"502\" subStatusCode=\"-1\" path=\"/mine\" responseMode=\"ExecuteURL\" />",
        DisplayName = "for the code and all below")]
    public void Execute_WithAnEntryOfTheUsers_KeepsItAndAddsTheOthers(string entry)
    {
        using var fixture = new WebConfigFixture(Generated.Replace(
            "<handlers>",
            $"<httpErrors errorMode=\"DetailedLocalOnly\"><remove statusCode=\"502\" />{entry}</httpErrors><handlers>",
            StringComparison.Ordinal));

        fixture.Run();

        Assert.AreSequenceEqual(["remove 502", "502 /mine", "remove 500", "500 _downpage\\503.html"], fixture.Entries);
        Assert.Contains("errorMode=\"DetailedLocalOnly\" existingResponse=\"Auto\"", fixture.Text);
        Assert.Contains(message => message.Message?.Contains("502", StringComparison.Ordinal) == true, fixture.Engine.Messages);
    }

    [TestMethod]
    public void Execute_WithAnEntryForOneSubStatus_AddsTheRest()
    {
        using var fixture = new WebConfigFixture(Generated.Replace(
            "<handlers>",
            """<httpErrors><error statusCode="500" subStatusCode="19" path="a.html" responseMode="File" /></httpErrors><handlers>""",
            StringComparison.Ordinal));

        fixture.Run();

        Assert.AreSequenceEqual(["500 a.html", .. All], fixture.Entries);
    }

    [TestMethod]
    public void Execute_WithTheUsersEntryAtAnotherLevel_DoesNotCoverIt()
    {
        using var fixture = new WebConfigFixture(Generated.Replace(
            "<location ",
            """<system.webServer><httpErrors><error statusCode="502" path="mine.html" responseMode="File" /></httpErrors></system.webServer><location """,
            StringComparison.Ordinal));

        fixture.Run();

        Assert.AreSequenceEqual(["502 mine.html", "remove 500", "500 _downpage\\503.html"], fixture.Entries);
    }

    [TestMethod]
    public void Execute_WithAnEntryForAnotherPath_IsNotHeldBackByIt()
    {
        using var fixture = new WebConfigFixture(Generated.Replace(
            "</configuration>",
            """<location path="admin"><system.webServer><httpErrors><error statusCode="502" path="a.html" /></httpErrors></system.webServer></location></configuration>""",
            StringComparison.Ordinal));

        fixture.Run();

        Assert.AreSequenceEqual([.. All, "502 a.html"], fixture.Entries);
    }

    [TestMethod]
    [DataRow(true, "\n", DisplayName = "with a mark, LF")]
    [DataRow(true, "\r\n", DisplayName = "with a mark, CRLF")]
    [DataRow(false, "\r\n", DisplayName = "without a mark, CRLF")]
    public void Execute_OnAFileInUtf8_KeepsMarkAndLineEnds(bool hasMark, string lineEnd)
    {
        var text = Generated.Replace("<handlers>", "<!-- größer -->\n      <handlers>", StringComparison.Ordinal)
            .ReplaceLineEndings(lineEnd);
        using var fixture = new WebConfigFixture(text, new UTF8Encoding(hasMark));

        fixture.Run();

        var bytes = fixture.Bytes;
        Assert.AreEqual(hasMark, bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]));
        var after = Encoding.UTF8.GetString(bytes);
        Assert.AreEqual(after.ReplaceLineEndings(lineEnd), after);
        Assert.Contains("<!-- größer -->", after);
        Assert.AreSequenceEqual(All, fixture.Entries);
    }

    [TestMethod]
    public void Execute_OnAFileInUtf16_KeepsIt()
    {
        var text = Generated.Replace("utf-8", "utf-16", StringComparison.Ordinal);
        using var fixture = new WebConfigFixture(text, new UnicodeEncoding(false, true));

        fixture.Run();

        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-16\"?>\n<configuration>", fixture.Text);
        Assert.IsTrue(fixture.Bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, (byte)'<', 0]));
        Assert.AreSequenceEqual(All, fixture.Entries);
    }
}
