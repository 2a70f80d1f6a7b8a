using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace DownPage.AspNetCore.Tests.Operations;

/// <summary>What the meter of one app tells.</summary>
internal sealed class Measurements : IDisposable
{
    private readonly MeterListener listener;
    private readonly List<string> all = [];

    public Measurements(IServiceProvider services)
    {
        var factory = services.GetRequiredService<IMeterFactory>();
        listener = new MeterListener
        {
            InstrumentPublished = (instrument, heard) =>
            {
                if (instrument.Meter is { Name: "DownPage.AspNetCore" } meter && meter.Scope == factory)
                {
                    heard.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>(Add);
        listener.SetMeasurementEventCallback<int>(Add);
        listener.Start();
    }

    public string[] All => [.. all];

    public void Observe() => listener.RecordObservableInstruments();

    public void Dispose() => listener.Dispose();

    private void Add<T>(
        Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        var text = $"{instrument.Name} {value}";
        foreach (var (name, tag) in tags)
        {
            text += $" {name}={tag}";
        }

        all.Add(text);
    }
}
