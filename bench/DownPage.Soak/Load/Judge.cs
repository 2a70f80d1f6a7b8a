using System.Globalization;
using DownPage.Soak.Results;
using DownPage.Soak.Running;

namespace DownPage.Soak.Load;

/// <summary>Says of an answer whose it is, and whether it could come then.</summary>
/// <param name="pages">The build's pages.</param>
/// <param name="timeline">What held when.</param>
/// <param name="isNegotiated">Whether a page comes in the form that is asked for.</param>
internal sealed class Judge(PageFiles pages, Timeline timeline, bool isNegotiated)
{
    /// <summary>The page that the flag shows; without it nginx never says 503.</summary>
    private const string Maintenance = "maintenance";

    public Judgement Of(Ask ask, Answer answer, Moment before)
    {
        var after = timeline.Now;
        if (answer.Header("X-App") is { } life)
        {
            return OfApp(ask, answer, life, before, after);
        }

        if (!answer.IsWhole)
        {
            return Wrong("broken off, and not the app's");
        }

        return OfPage(ask, answer, before, after);
    }

    private static Judgement OfApp(Ask ask, Answer answer, string life, Moment before, Moment after)
    {
        var isPart = ask.Body.AsSpan().StartsWith(answer.Body);
        var isNow = int.TryParse(life, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= before.Life;
        var isSteady = before == after && !before.FlagIsChanging;
        return answer switch
        {
            _ when !isNow => Wrong("the answer of an app that is dead"),
            _ when isSteady && before.Flag => Wrong("the app's, in maintenance"),
            _ when answer.StatusCode != ask.StatusCode => Wrong("not the app's status"),
            { IsWhole: false } when !isPart => Wrong("not a part of the app's body"),
            { IsWhole: false } when isSteady && before.ListeningSince > 0 => Wrong("broken off, while the app lived"),
            { IsWhole: false } => new Judgement(Verdict.Cut, null, answer.Body.Length, ask.Body.Length),
            _ when !answer.Body.AsSpan().SequenceEqual(ask.Body) => Wrong("not the app's body"),
            _ => new Judgement(Verdict.App, null),
        };
    }

    private Judgement OfPage(Ask ask, Answer answer, Moment before, Moment after)
    {
        var encoding = answer.Header("Content-Encoding");
        var name = answer.StatusCode == 503 ? Maintenance : answer.StatusCode.ToString(CultureInfo.InvariantCulture);
        var page = ask.IsHead ? pages.Find(Length(answer), encoding, name) : pages.Find(answer.Body, encoding);
        if (page is null)
        {
            return Wrong("neither the app's nor a page");
        }

        var isFlag = answer.StatusCode == 503;
        var wrong = WrongHead(answer, page, name) ?? answer switch
        {
            _ when isNegotiated && !ask.IsHead && page.MediaType != ask.MediaType => "another form",
            _ when isNegotiated && !ask.IsHead && page.Culture != ask.Culture => "another language",
            _ when before != after || before.FlagIsChanging => null,
            _ when before.Flag && !isFlag => "not the page of maintenance",
            _ when !before.Flag && isFlag => "maintenance without the flag",
            _ => null,
        };
        return wrong is not null ? Wrong(wrong) : new Judgement(isFlag ? Verdict.Maintenance : Verdict.Page, page.Name)
        {
            // The app listened all the time, and the page came nevertheless: an outage that is the front end's.
            IsLate = !isFlag && before == after && before.ListeningSince > 0,
        };
    }

    private static string? WrongHead(Answer answer, PageFile page, string name)
        => answer switch
        {
            { StatusCode: not (502 or 503 or 504) } => "a page with another status",
            _ when !page.Page.StartsWith(name, StringComparison.Ordinal) => "the page for another status",
            _ when Length(answer) != page.Content.Length => "another length",
            _ when answer.Header("Retry-After") is null => "no Retry-After",
            _ when answer.Header("Retry-After") != page.RetryAfter => "another Retry-After",
            _ when answer.Header("Cache-Control") != "no-store" => "not no-store",
            _ when answer.Header("ETag") is not null || answer.Header("Last-Modified") is not null => "a validator",
            _ when answer.Header("X-Robots-Tag") != "noindex" => "for search engines",
            _ when !IsTyped(answer, page) => "another type",
            _ => null,
        };

    private static long Length(Answer answer)
        => long.TryParse(answer.Header("Content-Length"), CultureInfo.InvariantCulture, out var length) ? length : -1;

    private static bool IsTyped(Answer answer, PageFile page)
        => answer.Header("Content-Type")?.StartsWith(page.MediaType, StringComparison.OrdinalIgnoreCase) == true;

    private static Judgement Wrong(string why) => new(Verdict.Wrong, why);
}
