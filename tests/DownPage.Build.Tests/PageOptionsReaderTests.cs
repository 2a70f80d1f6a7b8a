using DownPage.RenderProtocol;

namespace DownPage.Build.Tests;

[TestClass]
public sealed class PageOptionsReaderTests
{
    private readonly Dictionary<string, string> values = [];
    private readonly PageOptions inherited = new()
    {
        SelfContained = false,
        InlineLimit = 1,
        Scripts = ScriptHandling.Keep,
        TrimCss = false,
        KeepCss = [".open"],
        Minify = false,
        Compress = false,
        Formats = [PageFormat.Html, PageFormat.Text],
        RefreshSeconds = 30,
        RetryAfterSeconds = 600,
        MaxBytes = 10_240,
        Servers = ["nginx"],
    };

    private readonly PageOptionsReader reader;

    public PageOptionsReaderTests() => reader = new PageOptionsReader(
        name => values.GetValueOrDefault(name, ""),
        (name, value, valid) => ItemErrors.InvalidProperty("DownPage" + name, value, valid),
        inherited);

    [TestMethod]
    public void Read_NothingGiven_IsWhatIsInherited()
    {
        Assert.AreEqual(PageOptionsElement.Write(inherited).ToString(), PageOptionsElement.Write(reader.Read()).ToString());
        Assert.IsEmpty(reader.Errors);
    }

    [TestMethod]
    public void Read_Twice_GivesOptionsOfTheirOwn()
    {
        var first = reader.Read();

        first.Formats.Clear();

        Assert.HasCount(2, reader.Read().Formats);
        Assert.HasCount(2, inherited.Formats);
    }

    [TestMethod]
    [DataRow("SelfContained", "selfContained")]
    [DataRow("TrimCss", "trimCss")]
    [DataRow("Minify", "minify")]
    [DataRow("Compress", "compress")]
    public void Read_Switch_IsTakenInAnyCase(string name, string member)
    {
        values[name] = "True";

        Assert.AreEqual("true", Written(member));
    }

    [TestMethod]
    [DataRow("InlineLimit", "0", "inlineLimit", "0")]
    [DataRow("InlineLimit", "2147483647", "inlineLimit", "2147483647")]
    [DataRow("Refresh", "86400", "refreshSeconds", "86400")]
    [DataRow("Refresh", "0", "refreshSeconds", null, DisplayName = "no refresh, where the project has one")]
    [DataRow("RetryAfter", "0", "retryAfterSeconds", "0", DisplayName = "at once")]
    [DataRow("RetryAfter", "120", "retryAfterSeconds", "120")]
    [DataRow("MaxBytes", "15108", "maxBytes", "15108")]
    [DataRow("MaxBytes", "0", "maxBytes", null, DisplayName = "any size, where the project has a limit")]
    [DataRow("Scripts", "inline", "scripts", "Inline", DisplayName = "a name in another case")]
    public void Read_Value_IsTaken(string name, string value, string member, string? expected)
    {
        values[name] = value;

        Assert.AreEqual(expected, Written(member));
    }

    [TestMethod]
    [DataRow("html", "Html")]
    [DataRow("json", "Html Json", DisplayName = "the page itself is always published")]
    [DataRow("Text;JSON", "Html Json Text", DisplayName = "in another order and case")]
    [DataRow(" html , text ; text ; ", "Html Text", DisplayName = "commas, spaces, repetitions, empty entries")]
    public void Read_Formats_AreTheKnownOnesInTheirOrder(string value, string expected)
    {
        values["Formats"] = value;

        Assert.AreEqual(expected, string.Join(' ', reader.Read().Formats));
        Assert.IsEmpty(reader.Errors);
    }

    // A comma is part of a selector, and so is a space.
    [TestMethod]
    public void Read_KeepCss_IsSeparatedBySemicolonsAlone()
    {
        values["KeepCss"] = " .is-*, .has-* ;\n  nav > .open ;";

        CollectionAssert.AreEqual(new[] { ".is-*, .has-*", "nav > .open" }, reader.Read().KeepCss);
    }

    [TestMethod]
    public void Read_Servers_AreNamedAsTheyAreListed()
    {
        values["Servers"] = "Cloudflare-Pages; HAProxy";

        CollectionAssert.AreEqual(new[] { "cloudflare-pages", "haproxy" }, reader.Read().Servers);
        Assert.IsEmpty(reader.Errors);
    }

    [TestMethod]
    [DataRow("SelfContained", "yes", "Valid are true and false.")]
    [DataRow("TrimCss", "1", "Valid are true and false.")]
    [DataRow("InlineLimit", "64k", "Give a number of bytes: 65536; 0 puts no file into the page.")]
    [DataRow("InlineLimit", "-1", "Give a number of bytes: 65536; 0 puts no file into the page.")]
    [DataRow("InlineLimit", "2147483648", "Give a number of bytes: 65536; 0 puts no file into the page.")]
    [DataRow("Scripts", "1", "Valid are Remove, Inline, Keep.", DisplayName = "the number behind a name")]
    [DataRow("Formats", "html;xml", "Valid are html, json, text, separated by ';'.")]
    [DataRow("Refresh", "86401", "Give a number of seconds from 1 to 86400, or 0 for a page that stays as it is.")]
    [DataRow("RetryAfter", "10m", "Give a number of seconds: 600.")]
    [DataRow("MaxBytes", "10 KB", "Give a number of bytes: 10240; 0 allows any.")]
    public void Read_Invalid_SaysWhatIsValid(string name, string value, string valid)
    {
        values[name] = value;

        reader.Read();

        var error = Assert.ContainsSingle(reader.Errors);
        Assert.AreEqual(DiagnosticCodes.InvalidProperty, error.Code);
        Assert.AreEqual($"<DownPage{name}>{value}</DownPage{name}> is not valid. {valid}", error.Message);
    }

    [TestMethod]
    public void Read_UnknownServers_NamesTheNearestOfEach()
    {
        values["Servers"] = "ngnix;nginx;hal9000";

        reader.Read();

        Assert.StartsWith(
            "<DownPageServers>ngnix;nginx;hal9000</DownPageServers> is not valid. 'ngnix' is no server known here; did you mean "
            + "'nginx'? 'hal9000' is no server known here. Valid are alb, apache, ",
            Assert.ContainsSingle(reader.Errors).Message);
    }

    [TestMethod]
    public void Read_SeveralInvalidAndReadAgain_ReportsEachOnce()
    {
        values["Minify"] = "x";
        values["Servers"] = "x";

        reader.Read();
        reader.Read();

        Assert.HasCount(2, reader.Errors);
    }

    // What is read from an item is no longer the view's, and docs/properties.md is held against the list.
    [TestMethod]
    public void Read_EveryName_IsWellKnown()
    {
        var asked = new HashSet<string>();
        var recording = new PageOptionsReader(
            name =>
            {
                asked.Add(name);
                return "";
            },
            (name, value, valid) => ItemErrors.InvalidProperty(name, value, valid),
            inherited);

        recording.Read();

        Assert.HasCount(12, asked);
        Assert.IsEmpty(asked.Except(PageItem.WellKnown));
    }

    private string? Written(string member)
    {
        var written = PageOptionsElement.Write(reader.Read()).Element(member)?.Value;
        Assert.IsEmpty(reader.Errors);
        return written;
    }
}
