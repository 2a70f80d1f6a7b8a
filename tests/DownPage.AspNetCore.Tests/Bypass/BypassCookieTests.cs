using System.Security.Cryptography;
using System.Text;
using DownPage.AspNetCore.Bypass;

namespace DownPage.AspNetCore.Tests.Bypass;

[TestClass]
public sealed class BypassCookieTests
{
    private const string Name = "__Host-downpage-pass";
    private const string OtherSecret = "another secret of testers";

    private readonly ManualClock clock = new();

    [TestMethod]
    public async Task Cookie_OfTheSite_PassesAndNoneDoesNot()
    {
        await using var site = await BypassSite.StartAsync(BypassSite.Gate(clock: clock));
        var cookie = await BypassSite.CookieAsync(site);

        Assert.AreEqual("app", await BypassSite.AskAsync(site, cookie));
        Assert.AreEqual("app", await BypassSite.AskAsync(site, "a=b", cookie, "c=d"));
        Assert.AreEqual("down", await BypassSite.AskAsync(site));
    }

    [TestMethod]
    public async Task Cookie_AtTheEndOfItsTime_IsWorthless()
    {
        await using var site = await BypassSite.StartAsync(BypassSite.Gate(clock: clock));
        var cookie = await BypassSite.CookieAsync(site);

        clock.Advance(TimeSpan.FromHours(12) - TimeSpan.FromSeconds(1));
        Assert.AreEqual("app", await BypassSite.AskAsync(site, cookie));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.AreEqual("down", await BypassSite.AskAsync(site, cookie));
    }

    [TestMethod]
    public async Task Cookie_OfAnotherNodeOfTheSameSecret_Passes()
    {
        await using var one = await BypassSite.StartAsync(BypassSite.Gate(clock: clock));
        await using var other = await BypassSite.StartAsync(BypassSite.Gate(clock: clock));

        Assert.AreEqual("app", await BypassSite.AskAsync(other, await BypassSite.CookieAsync(one)));
    }

    [TestMethod]
    public async Task Cookie_AfterTheGenerationOrTheSecretChanged_IsWorthless()
    {
        await using var site = await BypassSite.StartAsync(BypassSite.Gate(clock: clock));
        var context = BypassSite.Request(await BypassSite.CookieAsync(site));

        Assert.IsTrue(BypassSite.Gate(clock: clock).Allows(context));
        Assert.IsFalse(BypassSite.Gate(new() { Secret = BypassSite.Secret, Generation = 1 }, clock).Allows(context));
        Assert.IsFalse(BypassSite.Gate(new() { Secret = OtherSecret }, clock).Allows(context));
        Assert.IsFalse(
            BypassSite.Gate(clock: clock, generation: 1).Allows(context),
            "A down file's generation without a secret of its own.");
    }

    [TestMethod]
    public async Task Cookie_OfTheDownFilesSecret_HoldsUntilItsGenerationChanges()
    {
        var hash = HashOf(OtherSecret);
        var gate = BypassSite.Gate(clock: clock, hash: hash, generation: 3);
        await using var site = await BypassSite.StartAsync(gate);
        var byFile = BypassSite.Request(await BypassSite.CookieAsync(site, OtherSecret));
        var byOptions = BypassSite.Request(await BypassSite.CookieAsync(site));

        Assert.IsTrue(gate.Allows(byFile));
        Assert.IsTrue(gate.Allows(byOptions));
        Assert.IsTrue(BypassSite.Gate(new(), clock, hash, 3).Allows(byFile), "The down file's secret alone.");
        Assert.IsFalse(BypassSite.Gate(new(), clock, hash, 4).Allows(byFile));
        Assert.IsTrue(BypassSite.Gate(clock: clock, hash: hash, generation: 4).Allows(byOptions));
    }

    [TestMethod]
    public async Task Cookie_OfPlainHttp_IsNotTakenOverHttps()
    {
        var gate = BypassSite.Gate(clock: clock);
        await using var site = await BypassSite.StartAsync(gate, address: "http://localhost");
        var cookie = await BypassSite.CookieAsync(site);
        var value = cookie.Split('=')[1];

        Assert.IsTrue(gate.Allows(BypassSite.Request(cookie, https: false)));
        Assert.IsFalse(gate.Allows(BypassSite.Request(cookie, https: true)));
        Assert.IsFalse(gate.Allows(BypassSite.Request($"{Name}={value}", https: false)));
        Assert.IsTrue(gate.Allows(BypassSite.Request($"{Name}={value}", https: true)));
        Assert.IsFalse(gate.Allows(BypassSite.Request($"__Secure-downpage-pass={value}", https: true)));
    }

    [TestMethod]
    public async Task Cookie_ChangedOrCutAnywhere_IsRefused()
    {
        var gate = BypassSite.Gate(clock: clock);
        await using var site = await BypassSite.StartAsync(gate);
        var value = (await BypassSite.CookieAsync(site)).Split('=')[1];

        for (var i = 0; i < value.Length; i++)
        {
            Assert.IsFalse(gate.Allows(BypassSite.Request($"{Name}={value[..i]}")), $"Cut at {i}.");
            foreach (var other in "0A.-\u00e9 ".Where(each => each != value[i]))
            {
                var changed = $"{Name}={value[..i]}{other}{value[(i + 1)..]}";
                Assert.IsFalse(gate.Allows(BypassSite.Request(changed)), $"{other} at {i}.");
            }
        }
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("1")]
    [DataRow("....")]
    [DataRow("1.9999999999.0.")]
    [DataRow("1.9999999999.0.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [DataRow("2.9999999999.0.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [DataRow(
        "1.99999999999999999999999999.0.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", DisplayName = "a time too long")]
    [DataRow("1.-1.0.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [DataRow("1.\u0661.0.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", DisplayName = "an Arabic digit")]
    [DataRow("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0")]
    public void Cookie_Malformed_IsRefused(string value)
    {
        var gate = BypassSite.Gate(clock: clock);

        Assert.IsFalse(gate.Allows(BypassSite.Request($"{Name}={value}")));
        Assert.IsFalse(gate.Allows(BypassSite.Request($"{Name}={new string('x', 65_536)}{value}")));
    }

    [TestMethod]
    public async Task Cookie_BehindOthersOfItsName_IsFoundAmongTheFirst()
    {
        var gate = BypassSite.Gate(clock: clock);
        await using var site = await BypassSite.StartAsync(gate);
        var cookie = await BypassSite.CookieAsync(site);

        Assert.IsTrue(gate.Allows(BypassSite.Request($"{Name}=planted; {cookie}")));
        Assert.IsFalse(
            gate.Allows(BypassSite.Request(string.Concat(Enumerable.Repeat($"{Name}=planted; ", 5)) + cookie)));
    }

    [TestMethod]
    public async Task Allows_WhateverTheCookies_AllocatesNothing()
    {
        var gate = BypassSite.Gate(clock: clock);
        await using var site = await BypassSite.StartAsync(gate);
        var cookie = await BypassSite.CookieAsync(site);
        foreach (var header in new[] { null, "a=b; c=d", $"{Name}=planted", cookie, cookie[..^1] + "x" })
        {
            var context = BypassSite.Request(header);
            gate.Allows(context);

            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 100; i++)
            {
                gate.Allows(context);
            }

            Assert.AreEqual(0, GC.GetAllocatedBytesForCurrentThread() - before, header);
        }
    }

    [TestMethod]
    [DataRow(null, DisplayName = "no secret")]
    [DataRow("9f86", DisplayName = "a hash too short")]
    [DataRow("zz86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", DisplayName = "no hash")]
    public void Create_WithoutASecret_MakesNoGate(string? hash)
        => Assert.IsNull(BypassGate.Create(new MaintenanceBypassOptions(), hash, 1, clock));

    private static string HashOf(string secret)
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
