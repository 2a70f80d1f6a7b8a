using System.Text;
using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Endpoints;

/// <summary>Who asks, as history and log have it.</summary>
internal static class OperatorName
{
    /// <summary>What the down file takes.</summary>
    private const int Longest = 200;

    /// <summary>The name of the user. Null: there is none.</summary>
    public static string? Of(HttpContext context)
        => context.User.Identities.FirstOrDefault(identity => identity.IsAuthenticated)?.Name is { } name
            ? Clean(name)
            : null;

    /// <summary>The user, and whom the user says to act for.</summary>
    public static string? Of(string? user, string? actor)
        => user is null || string.Equals(user, actor, StringComparison.Ordinal) ? actor ?? user
            : actor is null ? user
            : Cut($"{user} ({actor})");

    /// <summary>Names come from other systems: nothing that breaks a log's line or cannot be written.</summary>
    private static string? Clean(string name)
    {
        var shown = string.Concat(name.Select(letter => char.IsControl(letter) ? ' ' : letter)).Trim();
        return shown.Length == 0 ? null : Cut(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(shown)));
    }

    private static string Cut(string name)
        => name.Length <= Longest ? name
            : name[..(char.IsHighSurrogate(name[Longest - 1]) ? Longest - 1 : Longest)];
}
