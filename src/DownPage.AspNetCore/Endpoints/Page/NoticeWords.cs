using DownPage.Status;
using DownPage.Switching;

namespace DownPage.AspNetCore.Endpoints.Page;

/// <summary>
/// What was just done, by a code of the address: whoever sends somebody a link cannot make the page say anything else,
/// nor that the site is what it is not.
/// </summary>
internal static class NoticeWords
{
    public static string? Of(string? done, StatusDocument status) => (done, status.Down) switch
    {
        (ChangeAction.Down, true) => "Done: the site was taken down.",
        (ChangeAction.Update, true) => "Done: the change holds.",
        (ChangeAction.Extend, true) => "Done: the end was moved.",
        (ChangeAction.Up, false) => "Done: the site is up.",
        (ChangeAction.Up, true) => "What could be ended from here is ended; the site is still down, as it says below.",
        (ChangeAction.AddWindow, _) => "Done: the window is in the schedule.",
        (ChangeAction.RemoveWindow, _) => "Done: the window is out of the schedule.",
        _ => null,
    };
}
