using System.Globalization;
using DownPage.AspNetCore.Passing;
using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Tests.Passing;

[TestClass]
[DoNotParallelize]
public sealed class AllocationTests
{
    [TestMethod]
    public void Check_WithAThousandRulesOfEachKind_AllocatesNothing()
    {
        string[] scopes = ["path:/shop", "host:*.example.org", "group:billing"];
        var gate = Asked.Gate(Thousand, Asked.Down with { Scopes = scopes });
        HttpContext[] requests =
        [
            Asked.Request("/shop/prefix500/x/y", host: "www.example.org:8080", address: "203.0.113.9"),
            Asked.Request("/shop/page7/", address: "203.0.113.9"),
            Asked.Request("/shop/other/a/b.html", address: "::ffff:203.0.113.9"),
            Asked.Request("/shop/other", "POST", address: "10.7.0.1"),
            Asked.Request("/files/a/b/c.pdf", host: "a.b.example.org"),
            Asked.Request("/elsewhere"),
        ];
        var endpoint = Asked.Endpoint(new MaintenanceGroupAttribute("billing"));
        Run(gate, requests, endpoint);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
        {
            Run(gate, requests, endpoint);
        }

        Assert.AreEqual(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Run(RequestGate gate, HttpContext[] requests, Endpoint endpoint)
    {
        foreach (var request in requests)
        {
            gate.Check(request, endpoint);
            gate.Check(request, null);
        }
    }

    private static void Thousand(MaintenanceModeOptions options)
    {
        options.Allow.Globs.Add("/files/**/*.pdf");
        options.Allow.Patterns.Add("/orders/[0-9]+");
        for (var i = 0; i < 1_000; i++)
        {
            options.Allow.Paths.Add(string.Create(CultureInfo.InvariantCulture, $"/shop/page{i}"));
            options.Allow.Prefixes.Add(string.Create(CultureInfo.InvariantCulture, $"/shop/prefix{i}/x"));
            options.Allow.Networks.Add(string.Create(CultureInfo.InvariantCulture, $"10.{i % 250}.{i / 250 * 2}.0/24"));
            options.Allow.Hosts.Add(string.Create(CultureInfo.InvariantCulture, $"host{i}.example.net"));
        }
    }
}
