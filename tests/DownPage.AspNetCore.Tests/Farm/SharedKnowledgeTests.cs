using System.Globalization;
using DownPage.AspNetCore.Farm;

namespace DownPage.AspNetCore.Tests.Farm;

/// <summary>Which of two is the newer, and whose change is missing.</summary>
[TestClass]
public sealed class SharedKnowledgeTests : IDisposable
{
    private readonly RecordingLogger log = new();

    public void Dispose() => log.Dispose();

    [TestMethod]
    [DataRow(5, "a", true, DisplayName = "newer")]
    [DataRow(4, "a", true, DisplayName = "equally new, and another")]
    [DataRow(4, "known", false, DisplayName = "the same")]
    [DataRow(3, "a", false, DisplayName = "older")]
    public void Follow_WhatWasRead_TakesWhatIsNotOlder(int revision, string id, bool taken)
    {
        var knowledge = new SharedKnowledge(log);
        knowledge.Follow(Envelope(4, "known"));

        Assert.AreEqual(taken, knowledge.Follow(Envelope(revision, id)));

        Assert.AreEqual(taken ? id : "known", knowledge.Known?.Id);
    }

    [TestMethod]
    public void Add_WhatWasWrittenOverMeanwhile_StaysWithWhatWasReadAndTellsTheLoss()
    {
        var knowledge = new SharedKnowledge(log);
        knowledge.Follow(Envelope(5, "other"));

        Assert.IsFalse(knowledge.Add(Envelope(5, "own"), Envelope(5, "own")));

        Assert.AreEqual("other", knowledge.Known?.Id);
        Assert.HasCount(1, log.Of("SharedChangeLost"));
        knowledge.Follow(Envelope(6, "third", "other"));
        Assert.HasCount(1, log.Of("SharedChangeLost"));
    }

    [TestMethod]
    public void Follow_WhatHasTheOwnChangeAmongItsAncestors_TellsNoLoss()
    {
        var knowledge = new SharedKnowledge(log);
        var there = Envelope(5, "own");
        knowledge.Add(there, there);
        for (var number = 6; number < 100; number++)
        {
            there = SharedEnvelope.After(there, null, number.ToString(CultureInfo.InvariantCulture));
            Assert.IsTrue(knowledge.Follow(there));
        }

        Assert.IsEmpty(log.Of("SharedChangeLost"));
        Assert.HasCount(SharedEnvelope.MostAncestors, there.Ancestors);
    }

    [TestMethod]
    public void Envelope_WrittenAndRead_IsTheSame()
    {
        var envelope = Envelope(7, "x", "y", "z") with { State = new DownPage.DownFile.DownFileDocument { Message = "ü" } };

        var read = EnvelopeJson.Read(EnvelopeJson.Write(envelope));

        Assert.AreEqual(7, read.Revision);
        Assert.AreEqual("x", read.Id);
        CollectionAssert.AreEqual(new[] { "y", "z" }, read.Ancestors.ToArray());
        Assert.AreEqual("ü", read.State?.Message);
    }

    [TestMethod]
    public void Sample_OfTheReadme_IsRead()
    {
        var readme = File.ReadAllText(Path.Combine(RepositoryPaths.Root, "src", "DownPage.AspNetCore", "Farm", "README.md"));
        var begin = readme.IndexOf("```json", StringComparison.Ordinal) + "```json".Length;
        var sample = readme[begin..readme.IndexOf("```", begin, StringComparison.Ordinal)];

        var read = EnvelopeJson.Read(System.Text.Encoding.UTF8.GetBytes(sample));

        Assert.AreEqual(42, read.Revision);
        Assert.IsEmpty(read.Warnings);
        Assert.AreEqual("anna", read.State?.Actor);
        Assert.HasCount(2, read.Ancestors);
    }

    private static SharedEnvelope Envelope(int revision, string id, params string[] ancestors)
        => new(revision, id, ancestors, null);
}
