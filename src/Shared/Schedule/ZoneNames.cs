using System.Buffers;
using System.Security;
using DownPage.Text;

namespace DownPage.Schedule;

/// <summary>Finds a time zone by its IANA or Windows name, and what somebody meant whose name there is not.</summary>
internal static class ZoneNames
{
    private const int MaximumLength = 100;

    // A name becomes part of a path where zones are files.
    private static readonly SearchValues<char> Letters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/_+-. ()&,'");

    /// <summary>The zone of the name.</summary>
    /// <exception cref="FormatException">There is none; the message starts with <c>TimeZone</c>.</exception>
    public static TimeZoneInfo Find(string name)
    {
        if (string.Equals(name, "UTC", StringComparison.OrdinalIgnoreCase))
        {
            return TimeZoneInfo.Utc;
        }

        try
        {
            if (IsName(name))
            {
                return TimeZoneInfo.FindSystemTimeZoneById(name);
            }
        }
        catch (Exception unknown) when (unknown is TimeZoneNotFoundException or InvalidTimeZoneException
            or SecurityException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new FormatException(Refusal(name), unknown);
        }

        throw new FormatException(Refusal(name));
    }

    private static bool IsName(string name)
        => name.Length is > 0 and <= MaximumLength
            && name[0] != '/'
            && !name.AsSpan().ContainsAnyExcept(Letters)
            && !name.Contains("..", StringComparison.Ordinal);

    private static string Refusal(string name)
    {
        var known = TimeZoneInfo.GetSystemTimeZones();
        if (known.Count <= 1)
        {
            return $"TimeZone is '{name}'; it must be UTC: this machine knows no other time zones."
                + " On Linux they are in the package tzdata.";
        }

        var hint = Nearest(name, known.Select(zone => zone.Id)) is { } meant ? $" Did you mean '{meant}'?" : "";
        return $"TimeZone is '{name}'; it must be the name of a time zone, such as 'Europe/Berlin' or 'UTC'.{hint}";
    }

    // The same but for case and blanks; the same city; then the fewest letters that differ, if they are few.
    private static string? Nearest(string name, IEnumerable<string> known)
    {
        var wanted = Plain(name);
        var best = known
            .Select(id => (Id: id, Distance: DistanceTo(wanted, Plain(id))))
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Id, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.Id is not null && wanted.Length is > 2 and <= MaximumLength && best.Distance <= 2 ? best.Id : null;
    }

    private static string Plain(string name) => name.Replace(' ', '_').ToUpperInvariant();

    private static int DistanceTo(string wanted, string id)
        => id.EndsWith("/" + wanted, StringComparison.Ordinal) ? 1 : Edits(wanted, id);

    // Not reckoned where the lengths alone say that it is too much.
    private static int Edits(string from, string to)
        => Math.Abs(from.Length - to.Length) > 2 ? int.MaxValue : NearestName.Edits(from, to);
}
