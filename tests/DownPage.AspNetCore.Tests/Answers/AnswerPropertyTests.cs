using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace DownPage.AspNetCore.Tests.Answers;

/// <summary>Whatever strangers send and hands write: an answer, with headers that a server takes.</summary>
[TestClass]
public sealed class AnswerPropertyTests
{
    private static readonly string[] Names =
    [
        "Accept", "Accept-Language", "Accept-Encoding", "Origin", "Access-Control-Request-Method",
        "Access-Control-Request-Headers", "Content-Type", "Sec-Fetch-Dest", "X-Requested-With", "Upgrade",
        "X-Request-Id", "Host", "Range", "If-None-Match",
    ];

    private static readonly string[] Values =
    [
        "text/html", "application/json", "application/grpc", "application/grpc-web", "websocket", "empty", "image",
            "*", "null",
        "https://app.example", "multipart/form-data; boundary=", "XMLHttpRequest", "de", "br", ";q=0", "ä", "\u017F",
            "PUT", "",
    ];

    private static readonly string[] Targets =
        ["/status", "/ä", "//a", "https://app.example/a", "https://ä.example", "javascript:a", "/a\r\nb", "/%0d%0a",
            "\\"];

    private static Gen<string> Text { get; } = Gen.OneOf(
        Gen.Elements(Values),
        from left in Gen.Elements(Values) from right in Gen.Elements(Values) select left + ", " + right,
        ArbMap.Default.GeneratorFor<string?>()
            .Select(text => (text ?? "").ReplaceLineEndings("").Replace("\0", "", StringComparison.Ordinal)));

    private static Gen<(string Name, string Value)[]> Headers { get; } =
        (from name in Gen.Elements(Names) from value in Text select (name, value)).ArrayOf();

    private static Gen<MaintenanceState> States { get; } =
        from isDown in ArbMap.Default.GeneratorFor<bool>()
        from message in ArbMap.Default.GeneratorFor<string?>()
        from reason in ArbMap.Default.GeneratorFor<string?>()
        from until in ArbMap.Default.GeneratorFor<DateTimeOffset?>()
        from code in Gen.Elements(503, 200, 0, -1, 302, 404, 999)
        from delay in ArbMap.Default.GeneratorFor<TimeSpan?>()
        from refresh in ArbMap.Default.GeneratorFor<TimeSpan?>()
        from target in Gen.Elements(Targets)
        select new MaintenanceState
        {
            IsDown = isDown,
            Message = message,
            Reason = reason,
            Until = until,
            Since = until,
            StatusCode = code,
            RetryAfter = delay,
            Refresh = refresh,
            RedirectTo = target,
        };

    [TestMethod]
    public void Answer_AnyStateAndRequest_IsOneThatAServerTakes()
        => Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(1_500),
            Prop.ForAll(
                States.ToArbitrary(),
                Headers.ToArbitrary(),
                Gen.Elements("GET", "HEAD", "POST", "OPTIONS", "CONNECT", "PUT", "").ToArbitrary(),
                (state, headers, method) => IsGood(Ask(state, headers, method))));

    private static HttpResponse Ask(MaintenanceState state, (string Name, string Value)[] headers, string method)
    {
        var answers = AnswerHost.Compose(state, options =>
        {
            options.Cors.Origins.Add("https://app.example");
            options.RetryAfterAsDate = headers.Length % 2 == 0;
            options.RetryAfterJitter = TimeSpan.FromHours(1);
        });
        var context = new DefaultHttpContext();
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Stream.Null));
        context.Request.Method = method;
        context.Request.Path = "/orders";
        foreach (var (name, value) in headers)
        {
            context.Request.Headers.Append(name, value);
        }

        Assert.IsTrue(answers.WriteAsync(context).IsCompleted);
        Assert.IsTrue(answers.WriteAsync(context, state.Message).IsCompleted);
        return context.Response;
    }

    private static bool IsGood(HttpResponse response)
        => response.StatusCode is 200 or 204 or 302 or 404 or 503
            && response.Headers.SelectMany(header => header.Value).All(value => value?.All(letter => letter is >= ' ' and <= '~') == true)
            && response.Headers.Vary.Count <= 1
            && response.Headers.CacheControl == "no-store";
}
