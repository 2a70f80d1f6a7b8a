using Microsoft.AspNetCore.Http;

namespace DownPage.AspNetCore.Passing;

/// <summary>Whose connections pass: the networks of the options and those of the state.</summary>
internal sealed class NetworkRules
{
    private readonly NetworkSet networks;
    private readonly GateNotices notices;

    public NetworkRules(IEnumerable<string> texts, GateNotices notices)
    {
        this.notices = notices;
        networks = new NetworkSet(Parse(texts, notices));
    }

    public bool Allow(HttpContext context)
    {
        if (networks.IsEmpty)
        {
            return false;
        }

        // Also where it is one of them: the address of a proxy lets everybody pass.
        notices.WatchForwarding(context.Request);
        return networks.Contains(context.Connection.RemoteIpAddress);
    }

    private static IEnumerable<NetworkRange> Parse(IEnumerable<string> texts, GateNotices notices)
    {
        foreach (var text in texts)
        {
            if (NetworkRange.TryParse(text ?? "", out var range, out var problem))
            {
                yield return range;
            }
            else
            {
                notices.NetworkIgnored(text, problem);
            }
        }
    }
}
