using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace DownPage.Tool.Tests.Remote;

/// <summary><c>downpage token</c>.</summary>
[TestClass]
public sealed class TokenCommandTests
{
    public TestContext TestContext { get; set; } = null!;

    private CancellationToken Token => TestContext.CancellationToken;

    [TestMethod]
    public async Task Token_AsJson_BelongsToItsHash()
    {
        var run = await RemoteRun.RunAsync("", null, Token, "token", "deploy", "--json");

        Assert.AreEqual(ExitCode.Success, run.ExitCode);
        using var made = JsonDocument.Parse(run.Out);
        var token = made.RootElement.GetProperty("token").GetString() ?? "";
        Assert.AreEqual("deploy", made.RootElement.GetProperty("name").GetString());
        Assert.AreEqual(HashOf(token), made.RootElement.GetProperty("hash").GetString());
        Assert.MatchesRegex(new Regex("^[A-Za-z0-9_-]{43}$"), token);
    }

    [TestMethod]
    public async Task Token_ForPeople_IsToldWithItsSettings()
    {
        var first = await RemoteRun.RunAsync("", null, Token, "token", "deploy");
        var second = await RemoteRun.RunAsync("", null, Token, "token", "deploy");

        var token = Regex.Match(first.Out, "^  ([A-Za-z0-9_-]{43})\r?$", RegexOptions.Multiline).Groups[1].Value;
        Assert.Contains($"MaintenanceMode__Endpoint__TokenHashes__deploy={HashOf(token)}", first.Out);
        Assert.Contains($"\"deploy\": \"{HashOf(token)}\"", first.Out);
        Assert.DoesNotContain(token, second.Out);
    }

    [TestMethod]
    [DataRow("a:b")]
    [DataRow("a__b")]
    [DataRow("")]
    [DataRow("anna maria")]
    public async Task Name_ThatIsNoKey_IsRefused(string name)
    {
        var run = await RemoteRun.RunAsync("", null, Token, "token", name);

        Assert.AreEqual(ExitCode.Usage, run.ExitCode);
        Assert.Contains($"NAME is '{name}'", run.Error);
        Assert.AreEqual("", run.Out);
    }

    private static string HashOf(string token)
        => Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(token))).ToLowerInvariant();
}
