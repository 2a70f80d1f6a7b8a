namespace DownPage.FrontEnds.Tests.Traefik;

/// <summary>Traefik's dynamic configuration as text: it cannot be run here.</summary>
[TestClass]
public sealed class TraefikTests
{
    [TestMethod]
    public void Middleware_OfTheApp_FetchesThePageOfTheStatus()
    {
        var text = Sample.Text("traefik", "traefik/downpage.yaml");

        Assert.Contains("    shop-downpage:\n      errors:\n        status: [\"502-504\"]\n", text);
        Assert.Contains("query: \"/{status}.html\"", text);
        Assert.Contains("url: \"http://shop-downpage:8080\"", text);
        Assert.DoesNotContain("8081", text);
    }

    [TestMethod]
    public void Maintenance_LetsThoseThroughWhoPass()
    {
        var options = Sample.Options("traefik");
        options.Allow = ["10.0.0.0/8"];
        options.Bypass = ["/healthz", "/a.b$`c/*"];

        var text = Sample.Text("traefik", "traefik/maintenance.yaml", options);

        Assert.Contains(" && !ClientIP(`10.0.0.0/8`)", text);
        Assert.Contains(" && !PathRegexp(`(?i)^/_downpage/pass$`)", text);
        Assert.Contains(" && !PathRegexp(`(?i)^/maintenance-mode(?:/|$)`) && !PathRegexp(`(?i)^/healthz$`)", text);
        Assert.Contains(@"!PathRegexp(`(?i)^/a\\x{2e}b\\x{24}\\x{60}c(?:/|$)`)", text);
        Assert.Contains(@"!HeaderRegexp(`Cookie`, `(?:^|;\\s*)(?:__Host-|__Secure-)?downpage-pass=`)", text);
        Assert.DoesNotContain("ClientIP", Sample.Text("traefik", "traefik/maintenance.yaml"));
    }

    [TestMethod]
    public void Backend_IsThatOfKubernetes()
    {
        var (one, other) = (
            Sample.Text("traefik", "traefik/errorbackend.conf"), Sample.Text("kubernetes", "kubernetes/errorbackend.conf"));

        Assert.AreEqual(one[one.IndexOf("pid ", StringComparison.Ordinal)..], other[other.IndexOf("pid ", StringComparison.Ordinal)..]);
    }
}
