using System.Diagnostics;
using System.Diagnostics.Metrics;
using DownPage.AspNetCore.Operations;
using DownPage.AspNetCore.Tests.Bypass;
using DownPage.Switching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DownPage.AspNetCore.Tests.Operations;

[TestClass]
public sealed class MaintenanceMetricsTests(TestContext test)
{
    [TestMethod]
    [DataRow("text/html; charset=utf-8", 503, "html")]
    [DataRow("application/problem+json", 503, "json")]
    [DataRow("application/json", 503, "json")]
    [DataRow("text/plain; charset=utf-8", 503, "text")]
    [DataRow("application/grpc", 200, "grpc")]
    [DataRow("text/html", 302, "redirect")]
    [DataRow(null, 503, "none")]
    public void Refused_OfAnAnswer_IsCountedByItsForm(string? type, int status, string format)
    {
        using var services = Services();
        using var seen = new Measurements(services);
        var context = new DefaultHttpContext { Response = { ContentType = type, StatusCode = status } };

        services.GetRequiredService<MaintenanceMetrics>().Refused(context, SettableMode.Down);
        services.GetRequiredService<MaintenanceMetrics>().Refused(
            context, SettableMode.Down with { Mode = MaintenanceKind.ReadOnly });

        CollectionAssert.AreEqual(
            new[]
            {
                $"downpage.maintenance.refused 1 format={format} mode=full",
                $"downpage.maintenance.refused 1 format={format} mode=read-only",
            },
            seen.All);
    }

    [TestMethod]
    public void PassedAndFailed_AreCounted()
    {
        using var services = Services();
        using var seen = new Measurements(services);
        var metrics = services.GetRequiredService<MaintenanceMetrics>();

        metrics.Passed(insider: true);
        metrics.Passed(insider: false);
        metrics.StateFailed();

        CollectionAssert.AreEqual(
            new[]
            {
                "downpage.maintenance.passed 1 rule=insider",
                "downpage.maintenance.passed 1 rule=request",
                "downpage.maintenance.state.failures 1",
            },
            seen.All);
    }

    [TestMethod]
    public void Down_IsShownAsItHolds()
    {
        using var services = Services();
        using var seen = new Measurements(services);
        using var mode = new SettableMode();
        var metrics = services.GetRequiredService<MaintenanceMetrics>();

        seen.Observe();
        metrics.Watch(() => mode.Current);
        seen.Observe();
        mode.Set(SettableMode.Down);
        seen.Observe();

        CollectionAssert.AreEqual(
            new[] { "downpage.maintenance.down 0", "downpage.maintenance.down 0", "downpage.maintenance.down 1" },
            seen.All);
    }

    [TestMethod]
    public void Refused_WhenNobodyListens_AllocatesNothing()
    {
        using var services = Services();
        var metrics = services.GetRequiredService<MaintenanceMetrics>();
        var context = new DefaultHttpContext { Response = { ContentType = "text/html" } };
        metrics.Refused(context, SettableMode.Down);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            metrics.Refused(context, SettableMode.Down);
            metrics.Passed(insider: true);
        }

        Assert.AreEqual(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [TestMethod]
    [DataRow("/refused", "refused")]
    [DataRow("/", null)]
    [Timeout(30_000)]
    public async Task Refused_OfARequest_IsATagOfItsTraceAndItsDuration(string path, string? expected)
    {
        // Other tests run beside this one, and the server ends a request after its answer: this trace is waited for.
        var trace = ActivityTraceId.CreateRandom();
        var span = new TaskCompletionSource<object?>();
        var duration = new TaskCompletionSource<object?>();
        await using var app = await SmallApp.StartAsync(
            site => site.Run(context =>
            {
                if (context.Request.Path == "/refused")
                {
                    var metrics = context.RequestServices.GetRequiredService<MaintenanceMetrics>();
                    metrics.Refused(context, SettableMode.Down);
                }

                return Task.CompletedTask;
            }),
            build: builder => builder.Services.AddSingleton<MaintenanceMetrics>());
        using var tracing = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = ended =>
            {
                if (ended.TraceId == trace)
                {
                    span.SetResult(ended.GetTagItem("downpage.maintenance"));
                }
            },
        };
        using var metering = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == "http.server.request.duration")
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        metering.SetMeasurementEventCallback<double>((_, _, tags, _) =>
        {
            if (Activity.Current?.TraceId == trace)
            {
                duration.SetResult(tags.ToArray().FirstOrDefault(tag => tag.Key == "downpage.maintenance").Value);
            }
        });
        metering.Start();
        ActivitySource.AddActivityListener(tracing);

        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");
        await app.Client.SendAsync(request, test.CancellationToken);

        Assert.AreEqual(expected, await span.Task.WaitAsync(test.CancellationToken));
        Assert.AreEqual(expected, await duration.Task.WaitAsync(test.CancellationToken));
    }

    [TestMethod]
    public void StartChange_WhenNobodyListens_IsNothing()
    {
        Assert.IsNull(MaintenanceMetrics.StartChange(Down));

        using var tracing = new ActivityListener
        {
            ShouldListenTo = source => source.Name == MaintenanceMetrics.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        };
        ActivitySource.AddActivityListener(tracing);
        using var span = MaintenanceMetrics.StartChange(Down);

        Assert.AreEqual("downpage.maintenance.down", span?.OperationName);
    }

    private static StateChange Down { get; } = StateChange.Down(new DownOrder(), new ChangeOrigin(ChangeSource.Code));

    private static ServiceProvider Services()
        => new ServiceCollection().AddMetrics().AddSingleton<MaintenanceMetrics>().BuildServiceProvider();
}
