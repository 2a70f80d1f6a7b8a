using System.Text.Json.Nodes;
using DownPage.AspNetCore.Tests.Schedule;
using DownPage.DownFile;
using DownPage.Schedule;
using FsCheck;
using FsCheck.Fluent;

namespace DownPage.AspNetCore.Tests.DownFile;

/// <summary>Down files with anything in them that can be.</summary>
internal static class RandomDocuments
{
    private static readonly DateTimeOffset Anchor = new(2026, 11, 21, 0, 0, 0, TimeSpan.Zero);

    private static readonly Gen<string?> Texts = Gen.Elements(
        null, "", "plain", "ü & <b>\"\\\r\n\t\0", "日本語 🚧", "</script>", new string('x', 200));

    private static readonly Gen<DateTimeOffset?> Moments =
        from minutes in Gen.Choose(-1_000_000, 1_000_000)
        from ticks in Gen.Choose(0, 2)
        from offset in Gen.Choose(-56, 56)
        from some in Gen.Choose(0, 1)
        select some == 0 ? (DateTimeOffset?)null : Anchor.AddMinutes(minutes).AddTicks(ticks).ToOffset(
            TimeSpan.FromMinutes(15 * offset));

    private static readonly Gen<WindowDefinition> Windows =
        from window in RandomWindows.Recurring("Europe/Berlin", Anchor)
        from message in Texts
        from seconds in Gen.Choose(0, 59)
        from scopes in Gen.Elements<string[]>([], ["path:/a"], ["host:b", "group:c"])
        select window with
        {
            Start = null,
            Message = message,
            Name = message,
            Time = window.Time?.Add(TimeSpan.FromSeconds(seconds)),
            Mode = scopes.Length == 0 ? null : "readOnly",
            Scopes = scopes,
            Unknown = scopes.Length == 2 ? new JsonObject { ["_later"] = 1 } : null,
        };

    public static Gen<DownFileDocument> Documents { get; } =
        from texts in Gen.ArrayOf(Texts, 3)
        from moments in Gen.ArrayOf(Moments, 3)
        from number in Gen.Choose(-10, 100)
        from ticks in Gen.Choose(0, 1)
        from scopes in Gen.Elements<string[]?>(null, [], ["path:/a", "area:Ä"])
        from networks in Gen.Elements<string[]?>(null, [], ["10.0.0.0/8", "::1"])
        from windows in Gen.ListOf(Windows)
        select new DownFileDocument
        {
            Down = number % 2 == 0,
            Mode = number % 3 == 0 ? null : "full",
            Scopes = scopes,
            Message = texts[0],
            Reason = texts[1],
            Actor = texts[2],
            Since = moments[0],
            Until = moments[1],
            LiftedAt = moments[2],
            StatusCode = number < 0 ? null : 400 + number,
            RetryAfter = number < 0 ? null : TimeSpan.FromSeconds(number * number).Add(TimeSpan.FromTicks(ticks)),
            Refresh = number < 1 ? null : TimeSpan.FromSeconds(number),
            RedirectTo = number % 5 == 0 ? "/status?ü=1" : null,
            AllowNetworks = networks,
            BypassSecretHash = number % 7 == 0 ? new string('a', 64) : null,
            BypassGeneration = number < 5 ? null : number,
            Windows = windows,
            Unknown = number % 4 == 0 ? new JsonObject { ["_note"] = "ü", ["$x"] = new JsonArray(1, null) } : null,
        };

    public static void AssertSame(DownFileDocument expected, DownFileDocument actual)
    {
        Assert.AreEqual(Plain(expected), Plain(actual));
        CollectionAssert.AreEqual(expected.Scopes?.ToArray(), actual.Scopes?.ToArray());
        CollectionAssert.AreEqual(expected.AllowNetworks?.ToArray(), actual.AllowNetworks?.ToArray());
        Assert.AreEqual(expected.Unknown?.ToJsonString(), actual.Unknown?.ToJsonString());
        Assert.HasCount(expected.Windows.Count, actual.Windows);
        foreach (var (one, other) in expected.Windows.Zip(actual.Windows))
        {
            Assert.AreEqual(Plain(one), Plain(other));
            CollectionAssert.AreEquivalent(one.Days.ToArray(), other.Days.ToArray());
            CollectionAssert.AreEqual(one.DaysOfMonth.ToArray(), other.DaysOfMonth.ToArray());
            CollectionAssert.AreEqual(one.Scopes.ToArray(), other.Scopes.ToArray());
            Assert.AreEqual(one.Unknown?.ToJsonString(), other.Unknown?.ToJsonString());
        }
    }

    // Lists are the same only if they are one.
    private static DownFileDocument Plain(DownFileDocument document)
        => document with
        {
            Scopes = null,
            AllowNetworks = null,
            Unknown = null,
            Windows = DownFileDocument.Empty.Windows,
        };

    private static WindowDefinition Plain(WindowDefinition window)
        => window with
        {
            Days = Array.Empty<DayOfWeek>(),
            DaysOfMonth = Array.Empty<int>(),
            Scopes = Array.Empty<string>(),
            Unknown = null,
        };
}
