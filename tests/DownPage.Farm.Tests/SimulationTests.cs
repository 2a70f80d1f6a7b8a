using DownPage.Simulation.Farm;

namespace DownPage.Farm.Tests;

/// <summary>The figures of docs/farm.md, with a smaller farm.</summary>
[TestClass]
public sealed class SimulationTests
{
    private const int Size = 50;

    // To the store and back, for the change to be made.
    private static readonly TimeSpan Way = TimeSpan.FromMilliseconds(20);

    [TestMethod]
    [DataRow(1)]
    [DataRow(5)]
    [DataRow(30)]
    public void Nodes_OfAFarm_AllFollowWithinTheInterval(int seconds)
    {
        var interval = TimeSpan.FromSeconds(seconds);

        var figures = FarmMeasurement.Of(Size, interval, Jitter.Half, seed: 7);

        Assert.IsLessThanOrEqualTo(interval + Way, figures.Within(1));
        Assert.IsGreaterThan(interval * 0.2, figures.Within(0.5));
        Assert.AreEqual(Size, figures.Listed);
    }

    [TestMethod]
    public void Nodes_OfAFarm_AskNoMoreThanTheIntervalNeeds()
    {
        var figures = FarmMeasurement.Of(Size, TimeSpan.FromSeconds(5), Jitter.Half, seed: 7);

        // Each once in 3.75 s of the state and once in 9.5 s of the list of nodes.
        Assert.AreEqual(Size * ((1 / 3.75) + (1 / 9.5)), figures.MeanReads, delta: Size * 0.04);
        Assert.IsLessThan(Size, figures.WorstReads);
    }

    [TestMethod]
    public void Jitter_AfterAllStartedAtOnce_SpreadsTheReadings()
    {
        var interval = TimeSpan.FromSeconds(10);

        var none = FarmMeasurement.Of(Size, interval, Jitter.None, seed: 7);
        var half = FarmMeasurement.Of(Size, interval, Jitter.Half, seed: 7);

        Assert.IsGreaterThanOrEqualTo(Size, none.WorstAfterRestart, "Without jitter they stay together.");
        Assert.IsLessThan(none.WorstAfterRestart, half.WorstAfterRestart);
    }

    [TestMethod]
    public void Simulation_WithTheSameSeed_IsTheSame()
    {
        var first = FarmMeasurement.Of(Size, TimeSpan.FromSeconds(2), Jitter.Half, seed: 11);
        var second = FarmMeasurement.Of(Size, TimeSpan.FromSeconds(2), Jitter.Half, seed: 11);
        var other = FarmMeasurement.Of(Size, TimeSpan.FromSeconds(2), Jitter.Half, seed: 12);

        Assert.AreSequenceEqual(first.Followed, second.Followed);
        Assert.IsFalse(first.Followed.SequenceEqual(other.Followed));
    }
}
