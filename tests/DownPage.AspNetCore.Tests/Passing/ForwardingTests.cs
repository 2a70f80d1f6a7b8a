using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;

namespace DownPage.AspNetCore.Tests.Passing;

[TestClass]
public sealed class ForwardingTests
{
    private static readonly (string, string) ByProxy = (GateSite.Connection, "10.0.0.9");
    private static readonly (string, string) For = ("X-Forwarded-For", "203.0.113.7");

    [TestMethod]
    public async Task ForwardedFor_NobodyListens_DoesNotPassAndIsSaidOnce()
    {
        await using var site = await GateSite.StartAsync(Allow);

        Assert.AreEqual("Refuse", await site.AskAsync("/", headers: [For]));
        Assert.AreEqual("Refuse", await site.AskAsync("/", headers: [("Forwarded", "for=203.0.113.7")]));
        Assert.Contains("UseForwardedHeaders", Assert.ContainsSingle(site.Log.Of("ForwardedForUnused")));
    }

    [TestMethod]
    public async Task ForwardedFor_ProxyWithinTheNetworks_IsSaid()
    {
        await using var site = await GateSite.StartAsync(options => options.Allow.Networks.Add("10.0.0.0/8"));

        Assert.AreEqual("PassInsider", await site.AskAsync("/", headers: [ByProxy, For]));
        Assert.Contains("may be a proxy's", Assert.ContainsSingle(site.Log.Of("ForwardedForUnused")));
    }

    [TestMethod]
    public async Task ForwardedFor_OfAKnownProxy_Passes()
    {
        await using var site = await GateSite.StartAsync(
            Allow, services: Trust, before: app => app.UseForwardedHeaders());

        Assert.AreEqual("PassInsider", await site.AskAsync("/", headers: [ByProxy, For]));
        Assert.AreEqual("Refuse", await site.AskAsync("/", headers: [ByProxy, ("X-Forwarded-For", "203.0.113.8")]));
        Assert.IsEmpty(site.Log.Of("ForwardedForUnused"));
    }

    [TestMethod]
    public async Task ForwardedFor_OfAStranger_DoesNotPassAndIsSaid()
    {
        await using var site = await GateSite.StartAsync(
            Allow, services: Trust, before: app => app.UseForwardedHeaders());

        Assert.AreEqual("Refuse", await site.AskAsync("/", headers: [For]));
        Assert.ContainsSingle(site.Log.Of("ForwardedForUnused"));
    }

    [TestMethod]
    public async Task ForwardedFor_WithoutNetworks_IsNotSaid()
    {
        await using var site = await GateSite.StartAsync();

        Assert.AreEqual("Refuse", await site.AskAsync("/", headers: [For]));
        Assert.IsEmpty(site.Log.Of("ForwardedForUnused"));
    }

    [TestMethod]
    public async Task ForwardedFor_AbsentAltogether_IsNotSaid()
    {
        await using var site = await GateSite.StartAsync(Allow);

        Assert.AreEqual("Refuse", await site.AskAsync("/"));
        Assert.IsEmpty(site.Log.Of("ForwardedForUnused"));
    }

    private static void Allow(MaintenanceModeOptions options) => options.Allow.Networks.Add("203.0.113.7");

    private static void Trust(IServiceCollection services)
        => services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor;
            options.KnownProxies.Add(IPAddress.Parse("10.0.0.9"));
        });
}
