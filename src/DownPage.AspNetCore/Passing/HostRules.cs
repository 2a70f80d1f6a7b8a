using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Passing;

/// <summary>Hosts, found by whole labels from the left. A port that is not said is the scheme's own.</summary>
internal sealed class HostRules
{
    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.");

    private readonly TextTable<Ports> hosts;
    private readonly TextTable<Ports> parents;

    /// <param name="texts">The rules; those that cannot be are passed over.</param>
    public HostRules(IEnumerable<string> texts)
    {
        var list = Parse(texts).ToList();
        hosts = Table(list.Where(rule => !rule.SubDomains));
        parents = Table(list.Where(rule => rule.SubDomains));
    }

    public bool IsEmpty => hosts.IsEmpty && parents.IsEmpty;

    public bool Contain(HttpRequest request)
    {
        // The header as it came: Request.Host decodes international names, and throws at what is none.
        if (IsEmpty || request.Headers.Host is not [{ } text] || !HostName.TryParse(text, out var host))
        {
            return false;
        }

        var port = host.Port ?? (request.IsHttps ? 443 : 80);
        return hosts.Find(host.Name)?.Contain(port) == true || (!parents.IsEmpty && HasParent(host.Name, port));
    }

    /// <summary>Whether it is labels of letters, digits, hyphens and underscores with dots between.</summary>
    internal static bool IsName(ReadOnlySpan<char> text)
        => !text.IsEmpty && text[0] != '.' && text[^1] != '.'
            && text.IndexOfAnyExcept(NameCharacters) < 0 && text.IndexOf("..", StringComparison.Ordinal) < 0;

    private bool HasParent(ReadOnlySpan<char> name, int port)
    {
        if (!IsName(name))
        {
            return false;
        }

        for (var dot = name.IndexOf('.'); dot >= 0; dot = name.IndexOf('.'))
        {
            name = name[(dot + 1)..];
            if (parents.Find(name)?.Contain(port) == true)
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<HostRule> Parse(IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            if (HostRule.TryParse(text ?? "", out var rule, out _))
            {
                yield return rule;
            }
        }
    }

    private static TextTable<Ports> Table(IEnumerable<HostRule> rules)
        => new([.. rules
            .GroupBy(rule => rule.Name, rule => rule.Port, StringComparer.OrdinalIgnoreCase)
            .Select(host => KeyValuePair.Create(host.Key, new Ports([.. host])))]);

    /// <param name="Allowed">Null among them: any.</param>
    private sealed record Ports(int?[] Allowed)
    {
        public bool Contain(int port)
        {
            foreach (var allowed in Allowed)
            {
                if (allowed is null || allowed == port)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
