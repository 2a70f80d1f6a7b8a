using DownPage.AspNetCore.Passing;

namespace DownPage.AspNetCore.Tests.Passing;

[TestClass]
public sealed class PathTests
{
    [TestMethod]
    [DataRow("/login", "/login", true)]
    [DataRow("/login", "/LOGIN", true, DisplayName = "case says nothing")]
    [DataRow("/login", "/login/", true, DisplayName = "one slash at the end says nothing")]
    [DataRow("/login/", "/login", true, DisplayName = "nor in the rule")]
    [DataRow("/login", "/login//", false, DisplayName = "two slashes")]
    [DataRow("/login", "//login", false, DisplayName = "empty segment before")]
    [DataRow("/login", "/login/reset", false, DisplayName = "child")]
    [DataRow("/login", "/loginx", false)]
    [DataRow("/login", "/log", false)]
    [DataRow("/login", "/login;.css", false, DisplayName = "parameters")]
    [DataRow("/login", "/login%2F", false, DisplayName = "encoded slash")]
    [DataRow("/login", "/login\0", false, DisplayName = "NUL")]
    [DataRow("/login", "/login\\", false, DisplayName = "backslash")]
    [DataRow("/login", "/lоgin", false, DisplayName = "Cyrillic o")]
    [DataRow("/", "/", true)]
    [DataRow("/", "/x", false, DisplayName = "the root is not a prefix")]
    [DataRow("/straße/größe", "/STRAßE/GRÖßE", true, DisplayName = "case beyond ASCII")]
    [DataRow("/a b", "/a b", true, DisplayName = "decoded")]
    public void Path_AgainstRequest_PassesOnlyIfSame(string rule, string path, bool passes)
        => AssertPasses(passes, Asked.Gate(options => options.Allow.Paths.Add(rule)), path);

    [TestMethod]
    [DataRow("/admin", "/admin", true)]
    [DataRow("/admin", "/admin/", true)]
    [DataRow("/admin", "/Admin/Users/7", true)]
    [DataRow("/admin/", "/admin", true, DisplayName = "slash at the rule's end")]
    [DataRow("/admin", "/administrator", false, DisplayName = "half a segment")]
    [DataRow("/admin", "/admi", false)]
    [DataRow("/admin", "/x/admin", false)]
    [DataRow("/admin", "/", false)]
    [DataRow("/admin", "//admin", false, DisplayName = "empty segment before")]
    [DataRow("/admin", "/admin//x", true, DisplayName = "empty segment below")]
    [DataRow("/admin", "/admin/../secret", false, DisplayName = "dot segments")]
    [DataRow("/admin", "/admin/..;/secret", false, DisplayName = "dot segments with parameters")]
    [DataRow("/admin", "/admin/..%2Fsecret", false, DisplayName = "encoded slash after dots")]
    [DataRow("/admin", "/admin/%2e%2E/secret", false, DisplayName = "dots encoded twice")]
    [DataRow("/admin", "/admin/.", false, DisplayName = "dot segment at the end")]
    [DataRow("/admin", "/admin\\..\\secret", false, DisplayName = "backslashes")]
    [DataRow("/admin", "/admin/x\\..\\..\\secret", false, DisplayName = "backslashes below")]
    [DataRow("/admin", "/admin/x%5c..%5c..%5csecret", false, DisplayName = "encoded backslashes")]
    [DataRow("/admin", "/admin/\0", false, DisplayName = "NUL")]
    [DataRow("/admin", "/admin/%00", false, DisplayName = "NUL encoded twice")]
    [DataRow("/admin", "/admin;x/secret", false, DisplayName = "parameters")]
    [DataRow("/admin", "/admin%2Fsecret", false, DisplayName = "encoded slash is no end of a segment")]
    [DataRow("/admin", "/admin/a%2Fb", true, DisplayName = "encoded slash below")]
    [DataRow("/admin", "/admin/.well-known/..x/...", true, DisplayName = "names with dots")]
    [DataRow("/admin/users", "/admin/user", false)]
    [DataRow("/admin/users", "/admin/users/7", true)]
    public void Prefix_AgainstRequest_PassesWholeSegmentsBelow(string rule, string path, bool passes)
        => AssertPasses(passes, Asked.Gate(options => options.Allow.Prefixes.Add(rule)), path);

    [TestMethod]
    public void Prefix_AboveAnother_CoversIt()
    {
        var gate = Asked.Gate(options =>
        {
            options.Allow.Prefixes.Add("/a/b/c");
            options.Allow.Prefixes.Add("/a/b");
            options.Allow.Prefixes.Add("/A/x");
        });

        AssertPasses(true, gate, "/a/b/d");
        AssertPasses(true, gate, "/a/x/d");
        AssertPasses(false, gate, "/a");
        AssertPasses(false, gate, "/a/c");
    }

    [TestMethod]
    [DataRow("/files/*.pdf", "/files/a.pdf", true)]
    [DataRow("/files/*.pdf", "/FILES/A.PDF", true)]
    [DataRow("/files/*.pdf", "/files/.pdf", true)]
    [DataRow("/files/*.pdf", "/files/a/b.pdf", false, DisplayName = "* stays within a segment")]
    [DataRow("/files/*.pdf", "/files/a.pdfx", false)]
    [DataRow("/files/*.pdf", "/files/a.pdf/", true, DisplayName = "one slash at the end says nothing")]
    [DataRow("/files/**/*.pdf", "/files/a.pdf", true, DisplayName = "** is none")]
    [DataRow("/files/**/*.pdf", "/files/a/b/c.pdf", true)]
    [DataRow("/files/**/*.pdf", "/files/../secret.pdf", false, DisplayName = "dot segments")]
    [DataRow("/files/**/*.pdf", "/secret/a.pdf", false)]
    [DataRow("/files/**", "/files", true)]
    [DataRow("/files/**", "/filesystem", false)]
    [DataRow("/files/*", "/files/", false, DisplayName = "* is a segment that is there")]
    [DataRow("/files/*/x", "/files//x", false)]
    [DataRow("/v?/status", "/v1/status", true)]
    [DataRow("/v?/status", "/v/status", false)]
    [DataRow("/v?/status", "/v12/status", false)]
    [DataRow("/v?/status", "/v//status", false, DisplayName = "? is no slash")]
    [DataRow("/v?", "/v😀", true, DisplayName = "a character of two units is one")]
    [DataRow("/a*b*c", "/aXbYbZc", true)]
    [DataRow("/a*b*c", "/aXcYbZ", false)]
    [DataRow("/x/**/y/**/z", "/x/1/y/2/y/3/z", true)]
    [DataRow("/x/**/y/**/z", "/x/1/2/z", false)]
    [DataRow("/static/*", "/static/a%2F..%2Fb", false, DisplayName = "encoded dot segments")]
    public void Glob_AgainstRequest_Passes(string rule, string path, bool passes)
        => AssertPasses(passes, Asked.Gate(options => options.Allow.Globs.Add(rule)), path);

    [TestMethod]
    [DataRow("/orders/[0-9]+", "/orders/42", true)]
    [DataRow("/orders/[0-9]+", "/ORDERS/42", true)]
    [DataRow("/orders/[0-9]+", "/orders/42/edit", false, DisplayName = "anchored at the end")]
    [DataRow("/orders/[0-9]+", "/x/orders/42", false, DisplayName = "anchored at the begin")]
    [DataRow("/orders/[0-9]+", "/orders/42\n", false, DisplayName = "no line break at the end")]
    [DataRow("/orders/[0-9]+", "/orders/42/", false, DisplayName = "a pattern says itself what it wants")]
    [DataRow("/a|/b", "/bx", false, DisplayName = "alternatives are within the anchors")]
    [DataRow("/a|/b", "/xa", false)]
    [DataRow("/a|/b", "/b", true)]
    [DataRow("(?m)^/a$", "/a\n/b", false, DisplayName = "lines are none")]
    [DataRow("/p/.*", "/p/../secret", false, DisplayName = "dot segments")]
    [DataRow("/i/\\w+", "/I/x", true, DisplayName = "not Turkish")]
    public void Pattern_AgainstRequest_MatchesWholePath(string rule, string path, bool passes)
        => AssertPasses(passes, Asked.Gate(options => options.Allow.Patterns.Add(rule)), path);

    [TestMethod]
    public void Path_BehindPathBase_IsWithoutIt()
    {
        var gate = Asked.Gate(options => options.Allow.Paths.Add("/login"));
        var context = Asked.Request("/login");
        context.Request.PathBase = "/shop";
        var root = Asked.Request();
        root.Request.PathBase = "/login";
        root.Request.Path = default;

        Assert.AreEqual(GateVerdict.Pass, gate.Check(context, null));
        Assert.AreEqual(GateVerdict.Refuse, gate.Check(root, null));
        Assert.AreEqual(GateVerdict.Pass, Asked.Gate(options => options.Allow.Paths.Add("/")).Check(root, null));
    }

    [TestMethod]
    [DataRow("/status", "/status", true)]
    [DataRow("/status", "/Status/", true)]
    [DataRow("/status", "/status/x", false)]
    [DataRow("/status", "/statuspage", false)]
    [DataRow("/down", "/downloads/secret", false)]
    [DataRow("/status?from=x#y", "/status", true, DisplayName = "query and fragment do not count")]
    [DataRow("/wartung%20jetzt", "/wartung jetzt", true, DisplayName = "decoded as the request is")]
    [DataRow("/a%2Fb", "/a%2Fb", true)]
    [DataRow("/a%2Fb", "/a/b", false)]
    [DataRow("//evil.example/status", "/status", false)]
    [DataRow("https://example.org/status", "/status", false, DisplayName = "another site's")]
    [DataRow("", "/", false)]
    [DataRow(null, "/", false)]
    public void RedirectTarget_OfTheSite_Passes(string? target, string path, bool passes)
        => AssertPasses(passes, Asked.Gate(state: Asked.Down with { RedirectTo = target }), path);

    [TestMethod]
    public void Rules_ThatCannotBe_LetNothingPass()
    {
        var gate = Asked.Gate(options =>
        {
            options.Allow.Paths.Add("");
            options.Allow.Prefixes.Add("/");
            options.Allow.Prefixes.Add(" ");
            options.Allow.Globs.Add("/**");
            options.Allow.Patterns.Add("(");
            options.Allow.Patterns.Add(".*");
            options.Allow.Hosts.Add("*");
            options.Allow.Networks.Add("0.0.0.0/0");
            options.Allow.Routes.Add("");
        });

        Assert.AreEqual(GateVerdict.Refuse, gate.Check(Asked.Request("/x", address: "10.0.0.1"), null));
    }

    private static void AssertPasses(bool passes, RequestGate gate, string path)
        => Assert.AreEqual(passes ? GateVerdict.Pass : GateVerdict.Refuse, gate.Check(path));
}
