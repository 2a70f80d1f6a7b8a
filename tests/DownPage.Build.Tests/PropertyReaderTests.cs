using DownPage.RenderProtocol;

namespace DownPage.Build.Tests;

[TestClass]
public sealed class PropertyReaderTests
{
    private readonly PropertyReader reader = new();

    [TestMethod]
    [DataRow("Services", "Services")]
    [DataRow("app", "App", DisplayName = "in another case")]
    [DataRow("Isolated", "Isolated")]
    public void ReadHost_Valid_IsTaken(string value, string expected)
    {
        Assert.AreEqual(Enum.Parse<HostKind>(expected), reader.ReadHost("DownPageHost", value));
        Assert.IsEmpty(reader.Errors);
    }

    [TestMethod]
    [DataRow("Kestrel")]
    [DataRow("1", DisplayName = "the number behind a name")]
    [DataRow("")]
    public void ReadHost_Invalid_ListsWhatIsValid(string value)
    {
        reader.ReadHost("DownPageHost", value);

        Assert.AreEqual(
            $"<DownPageHost>{value}</DownPageHost> is not valid. Valid are Services, App, Isolated.", OnlyMessage());
    }

    [TestMethod]
    [DataRow("https://shop.example")]
    [DataRow("http://localhost:8080")]
    [DataRow("https://shop.example/shop/", DisplayName = "with a path base")]
    public void ReadBaseUrl_Valid_IsTaken(string value)
    {
        Assert.AreEqual(value, reader.ReadBaseUrl("DownPageBaseUrl", value));
        Assert.IsEmpty(reader.Errors);
    }

    [TestMethod]
    [DataRow("shop.example", DisplayName = "no scheme")]
    [DataRow("/shop", DisplayName = "a path")]
    [DataRow("ftp://shop.example")]
    [DataRow("https://shop.example?x=1")]
    [DataRow("https://shop.example#top")]
    [DataRow("")]
    public void ReadBaseUrl_Invalid_ShowsAValidOne(string value)
    {
        reader.ReadBaseUrl("DownPageBaseUrl", value);

        Assert.EndsWith("https://shop.example.", OnlyMessage());
    }

    [TestMethod]
    [DataRow("", "")]
    [DataRow("/shop", "/shop")]
    [DataRow("/shop/", "/shop", DisplayName = "slash at the end")]
    [DataRow("/", "", DisplayName = "the root")]
    public void ReadPathBase_Valid_HasNoSlashAtItsEnd(string value, string expected)
    {
        Assert.AreEqual(expected, reader.ReadPathBase("DownPagePathBase", value));
        Assert.IsEmpty(reader.Errors);
    }

    [TestMethod]
    [DataRow("shop")]
    [DataRow("https://shop.example/shop")]
    public void ReadPathBase_Invalid_ShowsAValidOne(string value)
    {
        reader.ReadPathBase("DownPagePathBase", value);

        Assert.EndsWith("with its slash: /shop.", OnlyMessage());
    }

    [TestMethod]
    [DataRow("1", 1_000)]
    [DataRow("120", 120_000)]
    [DataRow("86400", 86_400_000, DisplayName = "a day")]
    public void ReadSeconds_Valid_IsInMilliseconds(string value, int expected)
    {
        Assert.AreEqual(expected, reader.ReadSeconds("DownPageTimeout", value));
        Assert.IsEmpty(reader.Errors);
    }

    [TestMethod]
    [DataRow("0")]
    [DataRow("-1")]
    [DataRow("86401")]
    [DataRow("1.5")]
    [DataRow("00:02:00")]
    [DataRow("2m")]
    [DataRow("99999999999")]
    public void ReadSeconds_Invalid_SaysTheRange(string value)
    {
        reader.ReadSeconds("DownPageTimeout", value);

        Assert.EndsWith("Give a number of seconds from 1 to 86400.", OnlyMessage());
    }

    [TestMethod]
    [DataRow("_downpage/", "_downpage/")]
    [DataRow("_downpage", "_downpage/")]
    [DataRow("wwwroot\\errors\\", "wwwroot/errors/")]
    [DataRow(".", "", DisplayName = "the publish folder itself")]
    [DataRow("./", "")]
    public void ReadOutputPath_Valid_HasASlashAtItsEnd(string value, string expected)
    {
        Assert.AreEqual(expected, reader.ReadOutputPath("DownPageOutputPath", value));
        Assert.IsEmpty(reader.Errors);
    }

    [TestMethod]
    [DataRow("../pages", "It leaves the output folder")]
    [DataRow("/srv/pages", "It is an absolute path")]
    [DataRow("C:\\pages", "It is an absolute path")]
    [DataRow("", "It names no file")]
    [DataRow("what?", "It holds a character")]
    public void ReadOutputPath_Invalid_SaysWhy(string value, string why)
    {
        reader.ReadOutputPath("DownPageOutputPath", value);

        Assert.Contains(why, OnlyMessage());
    }

    [TestMethod]
    [DataRow("true", true)]
    [DataRow("False", false, DisplayName = "in another case")]
    public void ReadBoolean_Valid_IsTaken(string value, bool expected)
    {
        Assert.AreEqual(expected, reader.ReadBoolean("DownPageIncremental", value));
        Assert.IsEmpty(reader.Errors);
    }

    [TestMethod]
    [DataRow("yes")]
    [DataRow("1")]
    [DataRow("")]
    public void ReadBoolean_Invalid_ListsWhatIsValid(string value)
    {
        Assert.IsFalse(reader.ReadBoolean("DownPageIncremental", value));

        Assert.EndsWith("Valid are true and false.", OnlyMessage());
    }

    [TestMethod]
    [DataRow("low")]
    [DataRow("Normal", DisplayName = "in another case")]
    [DataRow("high")]
    public void CheckVerbosity_Valid_IsTaken(string value)
    {
        reader.CheckVerbosity("DownPageVerbosity", value);

        Assert.IsEmpty(reader.Errors);
    }

    [TestMethod]
    [DataRow("loud")]
    [DataRow("")]
    public void CheckVerbosity_Invalid_ListsWhatIsValid(string value)
    {
        reader.CheckVerbosity("DownPageVerbosity", value);

        Assert.EndsWith("Valid are low, normal, high.", OnlyMessage());
    }

    [TestMethod]
    public void Read_SeveralInvalid_ReportsAll()
    {
        reader.ReadHost("DownPageHost", "x");
        reader.ReadSeconds("DownPageTimeout", "x");
        reader.ReadBaseUrl("DownPageBaseUrl", "x");

        Assert.HasCount(3, reader.Errors);
    }

    private string OnlyMessage()
    {
        var error = Assert.ContainsSingle(reader.Errors);
        Assert.AreEqual(DiagnosticCodes.InvalidProperty, error.Code);
        return error.Message;
    }
}
