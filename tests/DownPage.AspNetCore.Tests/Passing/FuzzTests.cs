using DownPage.AspNetCore.Passing;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;

namespace DownPage.AspNetCore.Tests.Passing;

/// <summary>Anything as a rule, anything as a request: nothing throws, and what is said to be right holds.</summary>
[TestClass]
public sealed class FuzzTests
{
    private static readonly Gen<string> Anything = Gen.Elements(
            "/", "/", "a", "B", "é", ".", "..", "*", "**", "?", "%", "%2F", "%2e", "%41", "%E9",
            "\\", "\0", "\n", ";", "#", ":", "[", "]", "(", ")", "|", "+", "-", "{1,3}", "^", "$", "(?x)", "(?#", "1",
            "10.0.0.1", "/8", "/33", "::", "::1", "ffff:", "path:", "host:", "area:", "xn--", "\uD800", "😀", " ", "@")
        .ListOf().Select(string.Concat).Resize(9);

    private static readonly ServiceProvider Services = new ServiceCollection().BuildServiceProvider();

    [TestMethod]
    public void Rules_OfAnyForm_NeverThrow()
        => Check(Anything.Two(), pair =>
        {
            var (rule, text) = pair;
            var options = new MaintenanceModeOptions
            {
                Mode = MaintenanceKind.ReadOnly,
                Scopes = { rule },
                ReadOnly = { AllowPrefixes = { rule }, BlockPrefixes = { text } },
                Allow =
                {
                    Paths = { rule }, Prefixes = { rule }, Globs = { rule }, Patterns = { rule },
                    Routes = { rule }, Hosts = { rule }, Networks = { rule }, Users = { rule },
                },
            };
            var state = Asked.Down with
            {
                Mode = options.Mode,
                Scopes = [rule, "path:" + rule],
                AllowedNetworks = [rule],
                RedirectTo = text,
            };
            var problems = RequestGate.Validate(options).Count();
            var gate = RequestGate.Compile(options, state, Services);
            var verdict = gate.Check(Asked.Request("/" + text).With("Host", text), Asked.Endpoint());
            return problems >= 0 && Enum.IsDefined(verdict);
        });

    [TestMethod]
    public void Paths_ThatAreRight_LetThemselvesPass()
        => Check(Anything, text =>
        {
            var options = new MaintenanceModeOptions { Allow = { Paths = { "/" + text } } };
            return PathSyntax.OfPath("/" + text) is not null || new PathRules(options.Allow, null).Allow("/" + text);
        });

    [TestMethod]
    public void Prefixes_ThatAreRight_LetThemselvesPassAndWhatIsBelow()
        => Check(Anything, text =>
        {
            var options = new MaintenanceModeOptions { Allow = { Prefixes = { "/" + text } } };
            var rules = new PathRules(options.Allow, null);
            return PathSyntax.OfPrefix("/" + text) is not null
                || (rules.Allow("/" + text)
                    && rules.Allow("/" + text.TrimEnd('/') + "/x")
                    && !rules.Allow("/" + text.TrimEnd('/') + "x"));
        });

    [TestMethod]
    public void RedirectTargets_OfAnyForm_LetOnlyThemselvesPass()
        => Check(Anything, text =>
        {
            var rules = new PathRules(new MaintenanceAllowOptions(), "/" + text);
            return !rules.Allow("/0") && !rules.Allow("/" + text + "/0") && !rules.Allow("/0/" + text);
        });

    [TestMethod]
    public void DeviousPaths_OfAnyForm_AreInEveryScopeAndPassByNoFamily()
        => Check(Anything, text =>
        {
            var path = "/" + text;
            var options = new MaintenanceModeOptions
            {
                Allow = { Prefixes = { "/a" }, Globs = { "/*", "/*/**/a" }, Patterns = { "/a.*" } },
            };
            var scoped = Asked.Gate(state: Asked.Down with { Scopes = ["path:/nowhere"] });
            return !DeviousPath.IsDevious(path)
                || (!new PathRules(options.Allow, null).Allow(path) && scoped.Check(path) == GateVerdict.Refuse);
        });

    private static void Check<T>(Gen<T> cases, Func<T, bool> holds)
        => Prop.ForAll(cases.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
}
