using System.Net.Sockets;
using System.Text;
using DownPage.Servers.Tests.Harness;
using DownPage.Servers.Tests.Http;

namespace DownPage.Servers.Tests.Checks;

/// <summary>
/// What a scenario has found to be otherwise than it should be: all of it, because whoever writes configuration wants
/// to see all of it. <see cref="AssertNone"/> ends each scenario.
/// </summary>
internal sealed class Findings(FrontLease front)
{
    private readonly List<string> found = [];

    /// <summary>What the server answers when the app does not listen.</summary>
    public PageExpectation Gone { get; } = Page(front.Facts.Refused);

    /// <summary>What it answers when the site is down on purpose.</summary>
    public PageExpectation Down { get; } = new(503, "maintenance");

    /// <summary>The page of a status.</summary>
    public static PageExpectation Page(int status) => new(status, FormattableString.Invariant($"{status}"));

    /// <summary>The answer must be a page.</summary>
    public async Task<RawAnswer> ExpectAsync(PageExpectation expected, RawRequest request)
    {
        var answer = await AskAsync(request);
        Expect(expected with { HasBody = request.Method != "HEAD" }, request.ToString(), answer);
        return answer;
    }

    /// <summary>The same for an answer that has come already.</summary>
    public void Expect(PageExpectation expected, string what, RawAnswer answer)
        => Add(what, answer, PageChecks.Differences(front, expected, answer));

    /// <summary>The app must answer, with that status.</summary>
    public async Task<RawAnswer> ExpectAppAsync(RawRequest request, int status = 200)
    {
        var answer = await AskAsync(request);
        Add(request.ToString(), answer, [
            .. answer.IsOfApp ? [] : (string[])["it is not the app's"],
            .. answer.Status == status ? [] : (string[])[$"its status is {answer.Status}, not {status}"]]);
        return answer;
    }

    /// <summary>What the server answers must be what the app answers, when it is asked directly.</summary>
    public async Task ExpectSameAsync(RawRequest request)
    {
        var direct = await front.AskAppAsync(request);
        var answer = await AskAsync(request);
        Add(request.ToString(), answer, AppChecks.Differences(direct, answer));
    }

    /// <summary>Neither the app's nor a page, with that status.</summary>
    public async Task<RawAnswer> ExpectOwnAsync(RawRequest request, int status)
    {
        var answer = await AskAsync(request);
        Add(request.ToString(), answer, [
            .. answer.Status == status ? [] : (string[])[$"its status is {answer.Status}, not {status}"],
            .. answer.IsOfApp ? (string[])["it is the app's"] : [],
            .. PageChecks.Leaks(front, answer)]);
        return answer;
    }

    /// <summary>It must hold.</summary>
    public void That(bool holds, string what, RawAnswer? answer = null)
    {
        if (!holds)
        {
            Add(what, answer, ["it is otherwise"]);
        }
    }

    /// <summary>Asks, and takes a connection that breaks for an answer that did not come.</summary>
    public async Task<RawAnswer> AskAsync(RawRequest request)
    {
        try
        {
            return await front.AskAsync(request);
        }
        catch (Exception broken) when (broken is IOException or SocketException)
        {
            Add($"{request}: {broken.Message}");
            return RawAnswer.None;
        }
    }

    public void AssertNone()
    {
        if (found.Count == 0)
        {
            return;
        }

        var text = new StringBuilder();
        text.Append(front.Server.Title).Append(": not as it should be:").AppendLine();
        foreach (var finding in found)
        {
            text.AppendLine().AppendLine(finding);
        }

        var printed = front.Output;
        text.AppendLine().AppendLine("It printed, at last:").Append(printed[^Math.Min(printed.Length, 2000)..]);
        Assert.Fail(text.ToString());
    }

    private void Add(string what, RawAnswer? answer, IReadOnlyList<string> differences)
    {
        if (differences.Count > 0)
        {
            Add($"{what}: {string.Join("; ", differences)}\n  {answer}");
        }
    }

    // Several are asked at once.
    private void Add(string finding)
    {
        lock (found)
        {
            found.Add(finding);
        }
    }
}
