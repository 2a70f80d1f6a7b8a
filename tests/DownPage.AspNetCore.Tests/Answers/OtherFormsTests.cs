using System.Text;
using System.Text.Json;
using DownPage.AspNetCore.Answers;

namespace DownPage.AspNetCore.Tests.Answers;

[TestClass]
public sealed class OtherFormsTests
{
    private static readonly AnswerFacts Plain = new() { StatusCode = 503, Standard = "Down." };

    private static readonly AnswerFacts Full = Plain with
    {
        Message = "Zurück um \"acht\" </script>",
        Reason = "move",
        Until = new DateTimeOffset(2026, 11, 21, 7, 0, 0, TimeSpan.FromHours(1)),
    };

    [TestMethod]
    public void Problem_WithoutAPage_IsMade()
    {
        var problem = Problem("", Full, 60);

        Assert.AreEqual(
            """{"type":"about:blank","title":"Service Unavailable","status":503,"detail":"Zurück um \u0022acht\u0022 \u003C/script\u003E","reason":"move","until":"2026-11-21T06:00:00Z","retryAfter":60}""" + "\n",
            problem);
    }

    [TestMethod]
    public void Problem_OfAPage_KeepsWhatIsNotSaid()
    {
        var problem = Problem("""{"type":"https://example.org/down","title":"Weg","status":503,"detail":"Bald.","retryAfter":9,"more":[1,{"a":null}]}""", Plain, 60);

        Assert.AreEqual("""{"type":"https://example.org/down","title":"Weg","status":503,"detail":"Bald.","retryAfter":60,"more":[1,{"a":null}]}""" + "\n", problem);
    }

    [TestMethod]
    public void Problem_OfAnotherStatus_HasTheTitleOfItsOwn()
    {
        var problem = Problem("""{"type":"about:blank","title":"Bad Gateway","status":502,"detail":"Bald."}""", Plain, null);

        Assert.AreEqual("""{"type":"about:blank","title":"Service Unavailable","status":503,"detail":"Bald."}""" + "\n", problem);
    }

    [TestMethod]
    [DataRow("[]")]
    [DataRow("null")]
    [DataRow("{\"type\":")]
    [DataRow("""{"type":"\ud800"}""", DisplayName = "half a character")]
    [DataRow("""{"\ud800":1}""", DisplayName = "half a character as a name")]
    public void Problem_OfNoObject_IsMade(string page)
    {
        using var problem = JsonDocument.Parse(Problem(page, Plain, null));

        Assert.AreEqual("Down.", problem.RootElement.GetProperty("detail").GetString());
    }

    [TestMethod]
    public void Text_WithoutAPage_IsMade()
        => Assert.AreEqual("Service Unavailable\n\nDown.\n", Text(null, Plain));

    [TestMethod]
    public void Text_OfAPage_HasTheStateBelow()
        => Assert.AreEqual("Shop\nBald.\n\nZurück um \"acht\" </script>\n\nReason: move\nUntil: 2026-11-21T06:00:00Z\n", Text("Shop\nBald.\n\n", Full));

    [TestMethod]
    [DataRow("plain words ~", "plain words ~")]
    [DataRow("100 %\nü", "100 %25%0A%C3%BC")]
    [DataRow("", "")]
    public void GrpcMessage_Any_IsPercentEncoded(string message, string expected)
        => Assert.AreEqual(expected, GrpcMessage.Encode(message));

    [TestMethod]
    [DataRow("  ", null)]
    [DataRow("\0\u0001\u007F", null)]
    [DataRow(" a\r\nb\u2028c ", "a\nb\nc")]
    public void Message_Hostile_IsMadeSafe(string message, string? expected)
        => Assert.AreEqual(expected, Plain.With(message).Message);

    [TestMethod]
    public void Message_HalfACharacter_IsReplaced()
        => Assert.AreEqual("a\uFFFDb", Plain.With("a" + '\ud800' + "b").Message);

    [TestMethod]
    public void Message_TooLong_IsCutBetweenCharacters()
    {
        var message = Plain.With(new string('a', 1_999) + "🛠" + "b").Message;

        Assert.AreEqual(new string('a', 1_999), message);
    }

    private static string Problem(string page, AnswerFacts facts, long? seconds)
        => Encoding.UTF8.GetString(ProblemComposer.Compose(Encoding.UTF8.GetBytes(page), facts, seconds));

    private static string Text(string? page, AnswerFacts facts)
        => Encoding.UTF8.GetString(TextComposer.Compose(Encoding.UTF8.GetBytes(page ?? ""), facts));
}
