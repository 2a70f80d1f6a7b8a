using DownPage.FrontEnds.Tests.Programs;

namespace DownPage.FrontEnds.Tests.Clouds;

/// <summary>What AWS's own command-line program refuses before it asks the service.</summary>
[TestClass]
public sealed class AwsModelTests(TestContext test)
{
    private const string Check = """
        import json, sys
        import botocore.session, botocore.validate
        service, shape, path, wrong = sys.argv[1:]
        model = botocore.session.get_session().get_service_model(service).shape_for(shape)
        value = json.load(open(path))
        if wrong == "yes":
            (value[0] if isinstance(value, list) else value)["Nonsense"] = 1
        report = botocore.validate.ParamValidator().validate(value, model)
        print(report.generate_report())
        sys.exit(3 if report.has_errors() else 0)
        """;

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = true)]
    [DataRow("cloudfront", "cloudfront/custom-error-responses.json", "cloudfront", "CustomErrorResponses")]
    [DataRow("alb", "alb/fixed-response.json", "elbv2", "Actions")]
    [DataRow("alb", "alb/pass-1.json", "elbv2", "RuleConditionList")]
    [DataRow("alb", "alb/pass-2.json", "elbv2", "RuleConditionList")]
    [DataRow("alb", "alb/pass-3.json", "elbv2", "RuleConditionList")]
    [DataRow("waf", "waf/custom-response-bodies.json", "wafv2", "CustomResponseBodies")]
    [DataRow("waf", "waf/rule.json", "wafv2", "Rule")]
    [DataRow("waf", "waf/addresses-ipv4.json", "wafv2", "IPAddresses")]
    public async Task Write_Document_IsWhatTheInterfaceTakes(string server, string path, string service, string shape)
    {
        using var folder = new TempFolder();
        var script = folder.Write("check.py", Check);
        // The library of AWS's own command-line program.
        var python = await Python.WithAsync("botocore", test.CancellationToken);
        var options = new FrontEndOptions { Servers = [server], Allow = ["203.0.113.7"] };
        var file = folder.Write("document.json", CloudSite.Files(server, options: options)[path]);

        Assert.AreEqual(0, await RunAsync(script, service, shape, file, "no"));
        if (shape is "Actions" or "Rule")
        {
            Assert.AreEqual(3, await RunAsync(script, service, shape, file, "yes"), "The check refuses nothing.");
        }

        async Task<int> RunAsync(params string[] arguments)
        {
            var result = await Command.RunAsync(python, arguments, folder.Root, null, test.CancellationToken);
            test.WriteLine(result.Output);
            return result.ExitCode;
        }
    }
}
