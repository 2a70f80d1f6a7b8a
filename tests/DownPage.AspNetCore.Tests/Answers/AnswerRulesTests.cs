using DownPage.AspNetCore.Answers;

namespace DownPage.AspNetCore.Tests.Answers;

[TestClass]
public sealed class AnswerRulesTests
{
    [TestMethod]
    public void Validate_Defaults_HasNothing() => Assert.IsEmpty(AnswerSet.Validate(new MaintenanceModeOptions()));

    [TestMethod]
    [DataRow(200, true)]
    [DataRow(400, true)]
    [DataRow(599, true)]
    [DataRow(399, false)]
    [DataRow(600, false)]
    [DataRow(201, false)]
    [DataRow(0, false)]
    public void Validate_StatusCode_IsChecked(int code, bool isGood)
        => Expect($"MaintenanceMode:StatusCode is '{code}'; it must be 400 to 599, or 200.", isGood,
            options => options.StatusCode = code);

    [TestMethod]
    [DataRow("00:00:00", true)]
    [DataRow("30.00:00:00", true)]
    [DataRow("30.00:00:01", false)]
    [DataRow("-00:00:01", false)]
    public void Validate_RetryAfter_IsChecked(string value, bool isGood)
        => Expect($"MaintenanceMode:RetryAfter is '{value}'; it must be 00:00:00 to 30.00:00:00 (30 days).", isGood,
            options => options.RetryAfter = Span(value));

    [TestMethod]
    [DataRow("01:00:00", true)]
    [DataRow("01:00:01", false)]
    [DataRow("-00:00:01", false)]
    public void Validate_Jitter_IsChecked(string value, bool isGood)
        => Expect($"MaintenanceMode:RetryAfterJitter is '{value}'; it must be 00:00:00 to 01:00:00.", isGood,
            options => options.RetryAfterJitter = Span(value));

    [TestMethod]
    [DataRow("00:00:01", true)]
    [DataRow("1.00:00:00", true)]
    [DataRow("00:00:00", false)]
    [DataRow("1.00:00:01", false)]
    public void Validate_Refresh_IsChecked(string value, bool isGood)
        => Expect($"MaintenanceMode:Refresh is '{value}'; it must be 00:00:01 to 1.00:00:00 (a day).", isGood,
            options => options.Refresh = Span(value));

    [TestMethod]
    [DataRow(302, true)]
    [DataRow(307, true)]
    [DataRow(301, false)]
    public void Validate_RedirectStatusCode_IsChecked(int code, bool isGood)
        => Expect($"MaintenanceMode:RedirectStatusCode is '{code}'; it must be 302 or 307.", isGood,
            options => options.RedirectStatusCode = code);

    [TestMethod]
    [DataRow("/status", true)]
    [DataRow("//evil.example", false)]
    public void Validate_RedirectTo_IsChecked(string target, bool isGood)
        => Expect(
            $"MaintenanceMode:RedirectTo is '{target}'; it must be a path of the site that begins with one '/', such as '/status', or an absolute http or https address.",
            isGood,
            options => options.RedirectTo = target);

    [TestMethod]
    [DataRow(2_000, true)]
    [DataRow(2_001, false)]
    public void Validate_Message_IsChecked(int length, bool isGood)
        => Expect($"MaintenanceMode:Message has {length} characters; it may have at most 2000.", isGood,
            options => options.Message = new string('a', length));

    [TestMethod]
    [DataRow(200, true)]
    [DataRow(201, false)]
    public void Validate_Reason_IsChecked(int length, bool isGood)
        => Expect($"MaintenanceMode:Reason has {length} characters; it may have at most 200.", isGood,
            options => options.Reason = new string('a', length));

    [TestMethod]
    [DataRow("https://app.example.org", true)]
    [DataRow("http://localhost:5173", true)]
    [DataRow("https://[::1]:8443", true)]
    [DataRow("capacitor://localhost", true)]
    [DataRow("*", true)]
    [DataRow("https://app.example.org/", false)]
    [DataRow("https://app.example.org/a", false)]
    [DataRow("https://app.example.org?a", false)]
    [DataRow("https://a@app.example.org", false)]
    [DataRow("app.example.org", false)]
    [DataRow("https://*.example.org", false)]
    [DataRow("https://a.example, https://b.example", false)]
    [DataRow("null", false)]
    [DataRow("", false)]
    [DataRow("//\u200D", false, DisplayName = "a letter that no host may have, where no scheme forbids it at once")]
    public void Validate_Origin_IsChecked(string origin, bool isGood)
        => Expect(
            $"MaintenanceMode:Cors:Origins:0 is '{origin}'; it must be a scheme, a host and, if it is not the usual one, a port, without a path: 'https://app.example.org', or '*'.",
            isGood,
            options => options.Cors.Origins.Add(origin));

    [TestMethod]
    [DataRow("https://app.example.org", true)]
    [DataRow("*", false)]
    public void Validate_Credentials_AreChecked(string origin, bool isGood)
        => Expect(
            "MaintenanceMode:Cors:AllowCredentials is 'true' and MaintenanceMode:Cors:Origins has '*'; browsers refuse both together, so list the origins.",
            isGood,
            options =>
            {
                options.Cors.Origins.Add(origin);
                options.Cors.AllowCredentials = true;
            });

    [TestMethod]
    [DataRow("X-Request-Id", true)]
    [DataRow("traceparent", true)]
    [DataRow("", false)]
    [DataRow("a b", false)]
    [DataRow("a\r\nb", false)]
    [DataRow("Set-Cookie", false, DisplayName = "a stranger would set cookies")]
    [DataRow("content-length", false)]
    [DataRow("Access-Control-Allow-Origin", false)]
    [DataRow("Location", false)]
    public void Validate_CorrelationHeader_IsChecked(string name, bool isGood)
        => Expect(
            $"MaintenanceMode:CorrelationHeaders:0 is '{name}'; it must be the name of a header that carries an identifier, such as 'X-Request-Id'.",
            isGood,
            options => options.CorrelationHeaders.Add(name));

    [TestMethod]
    [DataRow("_downpage", true)]
    [DataRow("wwwroot/_downpage/", true)]
    [DataRow("", false)]
    [DataRow(".", false)]
    [DataRow("/var/pages", false)]
    [DataRow("C:\\pages", false)]
    [DataRow("../pages", false)]
    [DataRow("a/../../pages", false)]
    [DataRow("a\\..\\..\\pages", false)]
    public void Validate_Folder_IsChecked(string folder, bool isGood)
        => Expect(
            $"MaintenanceMode:Pages:Folder is '{folder}'; it must be a folder within the content root, such as '_downpage'.", isGood, options => options.Pages.Folder = folder);

    [TestMethod]
    [DataRow("maintenance.html", true)]
    [DataRow("", false)]
    [DataRow("/etc/passwd", false)]
    [DataRow("../secret", false)]
    public void Validate_File_IsChecked(string file, bool isGood)
        => Expect(
            $"MaintenanceMode:Pages:File is '{file}'; it must be a file within the content root, such as 'maintenance.html'.", isGood, options => options.Pages.File = file);

    [TestMethod]
    [DataRow("maintenance.html", true)]
    [DataRow(" ", false)]
    public void Validate_Name_IsChecked(string name, bool isGood)
        => Expect(
            $"MaintenanceMode:Pages:Name is '{name}'; it must be the name of a page in the manifest, such as 'maintenance.html'.", isGood, options => options.Pages.Name = name);

    [TestMethod]
    public void Validate_SeveralWrong_SaysAll()
    {
        var options = new MaintenanceModeOptions { StatusCode = 42, RedirectStatusCode = 301, Refresh = TimeSpan.Zero };

        Assert.HasCount(3, AnswerSet.Validate(options));
    }

    private static void Expect(string problem, bool isGood, Action<MaintenanceModeOptions> change)
    {
        var options = new MaintenanceModeOptions();
        change(options);

        string[] expected = isGood ? [] : [problem];
        CollectionAssert.AreEqual(expected, AnswerSet.Validate(options).ToArray());
    }

    private static TimeSpan Span(string value)
        => TimeSpan.Parse(value, System.Globalization.CultureInfo.InvariantCulture);
}
