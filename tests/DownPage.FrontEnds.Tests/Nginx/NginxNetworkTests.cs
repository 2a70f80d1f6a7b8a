using System.Net;
using System.Text;
using DownPage.FrontEnds.Nginx;

namespace DownPage.FrontEnds.Tests.Nginx;

/// <summary>Networks of any length of prefix as regular expressions over the bytes of an address.</summary>
[TestClass]
public sealed class NginxNetworkTests
{
    [TestMethod]
    [DataRow("127.0.0.2", "127.0.0.2", "127.0.0.1", DisplayName = "one address")]
    [DataRow("10.0.0.0/8", "10.255.255.255", "11.0.0.0", DisplayName = "/8")]
    [DataRow("10.16.0.0/12", "10.31.255.255", "10.32.0.0", DisplayName = "/12")]
    [DataRow("10.16.0.0/12", "10.16.0.0", "10.15.255.255", DisplayName = "/12, its begin")]
    [DataRow("192.168.10.128/25", "192.168.10.129", "192.168.10.127", DisplayName = "/25")]
    [DataRow("192.168.10.8/30", "192.168.10.11", "192.168.10.12", DisplayName = "/30")]
    [DataRow("2001:db8::/32", "2001:db8:ffff::1", "2001:db9::1", DisplayName = "IPv6, /32")]
    [DataRow("2001:db8:8000::/33", "2001:db8:8000::1", "2001:db8:7fff::1", DisplayName = "IPv6, /33")]
    [DataRow("::1", "::1", "::2", DisplayName = "IPv6, one address")]
    [DataRow("10.10.10.0/24", "10.10.10.10", "10.10.11.10", DisplayName = "a byte that is a newline")]
    public void Regex_OfANetwork_MatchesWhatIsInItAlone(string network, string inside, string outside)
    {
        var regex = NginxNetwork.Regex(Parsed(network));

        Assert.MatchesRegex(regex, Bytes(inside));
        Assert.DoesNotMatchRegex(regex, Bytes(outside));
    }

    [TestMethod]
    public void Regex_OfIPv4_MatchesItOnASocketOfIPv6Too()
    {
        var regex = NginxNetwork.Regex(Parsed("203.0.113.0/24"));

        Assert.MatchesRegex(regex, Bytes("::ffff:203.0.113.7"));
        Assert.DoesNotMatchRegex(regex, Bytes("::fffe:203.0.113.7"));
        Assert.DoesNotMatchRegex(regex, Bytes("203.0.112.7"));
    }

    [TestMethod]
    [DataRow("0.0.0.0/0", "198.51.100.1", "::1", DisplayName = "all of IPv4")]
    [DataRow("::/0", "::1", "198.51.100.1", DisplayName = "all of IPv6")]
    public void Regex_OfEverything_IsOfItsFamily(string network, string inside, string outside)
    {
        var regex = NginxNetwork.Regex(Parsed(network));

        Assert.MatchesRegex(regex, Bytes(inside));
        Assert.DoesNotMatchRegex(regex, Bytes(outside));
    }

    private static AllowedNetwork Parsed(string text)
    {
        var network = AllowedNetwork.Parse(text);
        Assert.IsNotNull(network);
        return network;
    }

    private static string Bytes(string address)
        => Encoding.Latin1.GetString(IPAddress.Parse(address).GetAddressBytes());
}
