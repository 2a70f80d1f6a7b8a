using DownPage.FrontEnds;
using DownPage.RenderProtocol;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace DownPage.Build.Tests;

/// <summary>What a project says of the servers in front.</summary>
[TestClass]
public sealed class FrontEndOptionsReaderTests
{
    private readonly TaskItem properties = new("DownPage");

    [TestMethod]
    public void Read_NothingGiven_LeavesItToTheAppsSettings()
    {
        var options = Read(out var errors);

        Assert.IsNull(options.DeployRoot);
        Assert.IsNull(options.FlagFile);
        Assert.IsNull(options.Allow);
        Assert.IsNull(options.Bypass);
        Assert.IsFalse(options.Intercept);
        Assert.IsEmpty(options.Headers);
        Assert.IsEmpty(errors);
    }

    [TestMethod]
    public void Read_WhatIsGiven_IsTakenWithoutSpaces()
    {
        properties.SetMetadata("DeployRoot", " /srv/my shop ");
        properties.SetMetadata("FlagFile", "/run/shop/down.on");
        properties.SetMetadata("Prefix", "/errors");
        properties.SetMetadata("Allow", "10.0.0.0/8; 192.0.2.1,\n  2001:db8::/32 ;");
        properties.SetMetadata("Bypass", "/healthz");
        properties.SetMetadata("Intercept", "True");

        var options = Read(out var errors, new TaskItem("X-Frame-Options", Value("DENY")));

        Assert.AreEqual("/srv/my shop", options.DeployRoot);
        Assert.AreEqual("/run/shop/down.on", options.FlagFile);
        Assert.AreEqual("/errors", options.Prefix);
        CollectionAssert.AreEqual(new[] { "10.0.0.0/8", "192.0.2.1", "2001:db8::/32" }, options.Allow);
        CollectionAssert.AreEqual(new[] { "/healthz" }, options.Bypass);
        Assert.IsTrue(options.Intercept);
        Assert.AreEqual(
            new KeyValuePair<string, string>("X-Frame-Options", "DENY"), Assert.ContainsSingle(options.Headers));
        Assert.AreEqual(600, options.RetryAfter);
        CollectionAssert.AreEqual(new[] { "nginx" }, options.Servers);
        Assert.IsEmpty(errors);
    }

    [TestMethod]
    [DataRow("Allow")]
    [DataRow("Bypass")]
    public void Read_None_TakesTheAppsSettingsAway(string name)
    {
        properties.SetMetadata(name, "None");

        var options = Read(out _);

        Assert.IsEmpty((name == "Allow" ? options.Allow : options.Bypass) ?? ["the settings"]);
    }

    [TestMethod]
    public void Read_AnInterceptThatIsNoAnswer_IsAnError()
    {
        properties.SetMetadata("Intercept", "502");

        Read(out var errors);

        var error = Assert.ContainsSingle(errors);
        Assert.AreEqual(DiagnosticCodes.InvalidProperty, error.Code);
        Assert.Contains("DownPageIntercept", error.Message);
    }

    private static Dictionary<string, string> Value(string value) => new() { ["Value"] = value };

    private FrontEndOptions Read(out List<RenderDiagnostic> errors, params ITaskItem[] headers)
    {
        var reader = new FrontEndOptionsReader(properties);
        var options = reader.Read(["nginx"], 600, headers);
        errors = reader.Errors;
        return options;
    }
}
