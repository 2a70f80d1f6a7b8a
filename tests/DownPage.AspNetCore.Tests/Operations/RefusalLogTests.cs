using DownPage.AspNetCore.Operations;
using DownPage.AspNetCore.Tests.Bypass;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DownPage.AspNetCore.Tests.Operations;

[TestClass]
public sealed class RefusalLogTests(TestContext test) : IDisposable
{
    private readonly RecordingLogger log = new();

    public void Dispose() => log.Dispose();

    [TestMethod]
    [DataRow("/refused", "Error", false)]
    [DataRow("/refused", "Warning", false)]
    [DataRow("/refused", "Information", true)]
    [DataRow("/refused", "Critical", true)]
    [DataRow("/app", "Error", true, DisplayName = "the app's own 503")]
    [DataRow("/app", "Warning", true)]
    public async Task Record_WrittenAfterTheAnswer_IsDroppedIfItIsAnExpectedError(
        string path, string level, bool expected)
    {
        await using var app = await StartAsync(logging => logging.FilterMaintenanceRefusals());

        await app.Client.GetAsync($"{path}?level={level}", test.CancellationToken);

        Assert.AreEqual(expected, log.Lines.Contains($"Requests|{level}||{path} answered 503"));
    }

    [TestMethod]
    public async Task Record_OfARefusedRequest_WithoutTheFilterStays()
    {
        await using var app = await StartAsync(_ => { });

        await app.Client.GetAsync("/refused?level=Error", test.CancellationToken);

        Assert.Contains("Requests|Error||/refused answered 503", log.Lines);
    }

    [TestMethod]
    public async Task Record_WithAnException_Stays()
    {
        await using var app = await StartAsync(logging => logging.FilterMaintenanceRefusals());

        await app.Client.GetAsync("/refused?level=Error&fail=1", test.CancellationToken);

        Assert.Contains("Requests|Error||/refused answered 503|boom", log.Lines);
    }

    [TestMethod]
    public async Task Record_WrittenBeforeTheAnswer_Stays()
    {
        await using var app = await StartAsync(logging => logging.FilterMaintenanceRefusals());

        await app.Client.GetAsync("/refused?level=Error", test.CancellationToken);

        Assert.Contains("Requests|Error||/refused comes", log.Lines);
    }

    [TestMethod]
    public async Task Record_OfAnotherRequestAtTheSameTime_Stays()
    {
        await using var app = await StartAsync(logging => logging.FilterMaintenanceRefusals());

        await Task.WhenAll(Enumerable.Range(0, 100).Select(
            i => app.Client.GetAsync(
                i % 2 == 0 ? "/app?level=Error" : "/refused?level=Error", test.CancellationToken)));

        Assert.HasCount(50, log.Lines.Where(record => record == "Requests|Error||/app answered 503"));
        Assert.IsEmpty(log.Lines.Where(record => record == "Requests|Error||/refused answered 503"));
    }

    [TestMethod]
    public async Task Record_OfAProviderAddedLater_IsFilteredToo()
    {
        using var late = new RecordingLogger();
        await using var app = await StartAsync(
            logging => logging.FilterMaintenanceRefusals().FilterMaintenanceRefusals().AddProvider(late));

        await app.Client.GetAsync("/refused?level=Error", test.CancellationToken);

        Assert.Contains("Requests|Error||/refused comes", late.Lines);
        Assert.DoesNotContain("Requests|Error||/refused answered 503", late.Lines);
    }

    [TestMethod]
    [DataRow("type")]
    [DataRow("factory")]
    [DataRow("instance")]
    public void Factory_OfAnotherLibrary_IsFilteredAndDisposedOfAsBefore(string kind)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        var instance = new OtherFactory();
        ((IServiceCollection)services).Add(kind switch
        {
            "type" => ServiceDescriptor.Singleton<ILoggerFactory, OtherFactory>(),
            "factory" => ServiceDescriptor.Singleton<ILoggerFactory>(_ => instance),
            _ => ServiceDescriptor.Singleton<ILoggerFactory>(instance),
        });
        services.AddLogging(logging => logging.FilterMaintenanceRefusals());
        OtherFactory used;
        using (var provider = services.BuildServiceProvider())
        {
            provider.GetRequiredService<ILogger<RefusalLogTests>>().LogInformation("something");
            used = kind == "type" ? provider.GetRequiredService<OtherFactory>() : instance;
        }

        CollectionAssert.Contains(used.Made.ToArray(), typeof(RefusalLogTests).FullName);
        Assert.AreEqual(kind != "instance", used.Disposed);
        instance.Dispose();
    }

    [TestMethod]
    public void Mark_OfARequestThatIsOver_IsNone()
    {
        var context = new DefaultHttpContext();
        RefusedRequest.Mark(context);
        Assert.IsTrue(context.IsRefusedByMaintenance());

        context.Uninitialize();

        Assert.IsFalse(RefusedRequest.Is(context));
        Assert.IsFalse(RefusedRequest.Is(null));
    }

    private Task<SmallApp> StartAsync(Action<ILoggingBuilder> configure)
        => SmallApp.StartAsync(
            site =>
            {
                site.Use(async (context, next) =>
                {
                    var logger = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Requests");
                    var path = context.Request.Path.Value;
                    var level = Enum.Parse<LogLevel>(context.Request.Query["level"].ToString());
                    logger.Log(level, "{Path} comes", path);
                    await next(context);
                    await Task.Yield();
                    logger.Log(
                        level,
                        context.Request.Query.ContainsKey("fail") ? new InvalidOperationException("boom") : null,
                        "{Path} answered {Status}",
                        path,
                        context.Response.StatusCode);
                });
                site.Run(async context =>
                {
                    await Task.Yield();
                    context.Response.StatusCode = 503;
                    if (context.Request.Path == "/refused")
                    {
                        RefusedRequest.Mark(context);
                    }
                });
            },
            build: builder =>
            {
                builder.Logging.AddProvider(log);
                configure(builder.Logging);
            });

    private sealed class OtherFactory : ILoggerFactory
    {
        public List<string> Made { get; } = [];

        public bool Disposed { get; private set; }

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public ILogger CreateLogger(string categoryName)
        {
            Made.Add(categoryName);
            return Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;
        }

        public void Dispose() => Disposed = true;
    }
}
