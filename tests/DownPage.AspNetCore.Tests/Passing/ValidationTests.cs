using DownPage.AspNetCore.Passing;

namespace DownPage.AspNetCore.Tests.Passing;

[TestClass]
public sealed class ValidationTests
{
    [TestMethod]
    [DataRow("Paths", "login", "'/login'")]
    [DataRow("Paths", "~/login", "'/login'")]
    [DataRow("Paths", " /login", "'/login'")]
    [DataRow("Paths", "https://example.org/login?x", "'/login'")]
    [DataRow("Paths", "/login?x=1", "'/login'")]
    [DataRow("Paths", "/login#top", "'/login'")]
    [DataRow("Paths", "/a%20b", "'/a b'")]
    [DataRow("Paths", "/login*", "Globs")]
    [DataRow("Paths", "/a//b", "no empty segments")]
    [DataRow("Paths", "/a/../b", "no dot segments")]
    [DataRow("Paths", "/a\\b", "no backslashes")]
    [DataRow("Paths", "/a\0", "no control characters")]
    [DataRow("Paths", "", "leave it out")]
    [DataRow("Paths", "  ", "leave it out")]
    [DataRow("Paths", null, "leave it out")]
    [DataRow("Prefixes", "/", "everything")]
    [DataRow("Prefixes", "//", "no empty segments")]
    [DataRow("Prefixes", "/admin/*", "Globs")]
    [DataRow("Prefixes", "admin", "'/admin'")]
    [DataRow("Globs", "/**", "everything")]
    [DataRow("Globs", "/**/**", "everything")]
    [DataRow("Globs", "/**/*", "everything")]
    [DataRow("Globs", "/?**", "stands alone")]
    [DataRow("Globs", "*.css", "'/*.css'")]
    [DataRow("Globs", "/a/**b", "stands alone")]
    [DataRow("Patterns", ".*", "everything")]
    [DataRow("Patterns", "/.+", "everything")]
    [DataRow("Patterns", "[^?]+", "everything")]
    [DataRow("Patterns", "/a|.*", "everything")]
    [DataRow("Patterns", "(", "regular expression")]
    [DataRow("Patterns", "a)|(b", "regular expression")]
    [DataRow("Patterns", "(a)\\1", "back-references")]
    [DataRow("Patterns", "/(?!secret).*", "lookaround")]
    [DataRow("Patterns", "((a{1,999}){1,999}){1,999}", "too large")]
    [DataRow("Patterns", "", "leave it out")]
    [DataRow("Hosts", "*", "everything")]
    [DataRow("Hosts", "https://a.example", "'a.example'")]
    [DataRow("Networks", "10.0.0.1/33", "a network is")]
    [DataRow("Networks", "0.0.0.0/0", "everybody")]
    [DataRow("Routes", " ", "leave it out")]
    [DataRow("Users", "", "leave it out")]
    [DataRow("Roles", "", "leave it out")]
    [DataRow("Policies", "", "leave it out")]
    [DataRow("AuthenticationSchemes", "", "leave it out")]
    public void Rule_ThatCannotBe_IsReportedWithKeyValueAndRemedy(string list, string? value, string says)
    {
        var options = new MaintenanceModeOptions();
        List(options, list).Add(value!);

        var problem = Assert.ContainsSingle(RequestGate.Validate(options));

        Assert.StartsWith($"MaintenanceMode:Allow:{list}:0 is '{value}'; ", problem);
        Assert.Contains(says, problem);
        Assert.EndsWith(".", problem);
    }

    [TestMethod]
    [DataRow("billing", "a scope is")]
    [DataRow("/billing", "'path:/billing'")]
    [DataRow("tenant:7", "a scope is")]
    [DataRow("path:", "a scope is")]
    [DataRow("path:billing", "'/billing'")]
    [DataRow("path:/", "Scopes empty")]
    [DataRow("host:*", "Scopes empty")]
    [DataRow("host:a b", "a host is")]
    [DataRow("", "leave it out")]
    public void Scope_ThatCannotBe_IsReported(string value, string says)
    {
        var problem = Assert.ContainsSingle(RequestGate.Validate(new MaintenanceModeOptions { Scopes = { value } }));

        Assert.StartsWith($"MaintenanceMode:Scopes:0 is '{value}'; ", problem);
        Assert.Contains(says, problem);
    }

    [TestMethod]
    public void ReadOnlyPrefixes_ThatCannotBe_AreReported()
    {
        var options = new MaintenanceModeOptions
        {
            ReadOnly = { AllowPrefixes = { "/ok", "/" }, BlockPrefixes = { "/", "x" } },
        };

        string[] problems = [.. RequestGate.Validate(options)];

        Assert.HasCount(3, problems);
        Assert.StartsWith("MaintenanceMode:ReadOnly:AllowPrefixes:1 is '/'; it would let everything pass", problems[0]);
        Assert.StartsWith("MaintenanceMode:ReadOnly:BlockPrefixes:0 is '/'; it would refuse everything", problems[1]);
        Assert.AreEqual(
            "MaintenanceMode:ReadOnly:BlockPrefixes:1 is 'x'; a prefix begins with '/': '/x'.", problems[2]);
    }

    [TestMethod]
    public void Values_OfNoKind_AreReported()
    {
        var options = new MaintenanceModeOptions
        {
            Mode = (MaintenanceKind)7,
            SignOut = (MaintenanceSignOut)9,
            Allow = { Authenticated = true, Anonymous = true },
        };

        string[] problems = [.. RequestGate.Validate(options)];

        Assert.HasCount(3, problems);
        Assert.Contains("Anonymous", problems[0]);
        Assert.Contains("Full, ReadOnly", problems[1]);
        Assert.Contains("Nobody, Refused, AllButAllowedUsers", problems[2]);
    }

    [TestMethod]
    public void Rules_AllWrong_AreReportedAtOnceWithTheirNumbers()
    {
        var options = new MaintenanceModeOptions
        {
            Allow = { Networks = { "10.0.0.0/8", "x" }, Paths = { "/a", "b" }, Users = { "" } },
        };

        Assert.HasCount(3, RequestGate.Validate(options).ToArray());
        Assert.Contains(
            "MaintenanceMode:Allow:Networks:1 is 'x'; a network is an address (203.0.113.7, 2001:db8::1) "
            + "or one with the length of its prefix (10.0.0.0/8, 2001:db8::/32).",
            RequestGate.Validate(options).ToArray());
    }

    [TestMethod]
    public void Rule_OfEndlessLength_IsReportedInShort()
    {
        var options = new MaintenanceModeOptions
        {
            Allow = { Prefixes = { string.Concat(Enumerable.Repeat("/a", 100_000)) } },
            Scopes = { "path:" + new string('/', 5_000) },
        };

        string[] problems = [.. RequestGate.Validate(options)];

        Assert.HasCount(2, problems);
        Assert.IsTrue(problems.All(problem => problem.Length < 400));
    }

    [TestMethod]
    public void Rules_AsDocumented_AreRight()
    {
        var options = new MaintenanceModeOptions
        {
            Scopes = { "path:/billing", "host:shop.example.org", "area:Admin", "group:billing" },
            ReadOnly = { AllowPrefixes = { "/login", "/logout" }, BlockPrefixes = { "/reports/run" } },
            Allow =
            {
                Paths = { "/login", "/" },
                Prefixes = { "/admin", "/files/" },
                Globs = { "/files/**/*.pdf", "/*", "/v?/x" },
                Patterns = { "/orders/[0-9]+" },
                Routes = { "cart" },
                Hosts = { "admin.example.org", "*.example.org", "localhost:5001" },
                Networks = { "203.0.113.7", "10.0.0.0/8", "2001:db8::/32" },
                Users = { "anna" },
                Roles = { "Admin" },
                Policies = { "staff" },
                AuthenticationSchemes = { "Bearer" },
                Authenticated = true,
            },
        };

        Assert.IsEmpty(RequestGate.Validate(options));
        Assert.IsEmpty(RequestGate.Validate(new MaintenanceModeOptions()));
    }

    private static IList<string> List(MaintenanceModeOptions options, string name) => name switch
    {
        "Paths" => options.Allow.Paths,
        "Prefixes" => options.Allow.Prefixes,
        "Globs" => options.Allow.Globs,
        "Patterns" => options.Allow.Patterns,
        "Routes" => options.Allow.Routes,
        "Hosts" => options.Allow.Hosts,
        "Networks" => options.Allow.Networks,
        "Users" => options.Allow.Users,
        "Roles" => options.Allow.Roles,
        "Policies" => options.Allow.Policies,
        _ => options.Allow.AuthenticationSchemes,
    };
}
