using System.Globalization;
using System.Net;
using DownPage.AspNetCore.Passing;
using FsCheck;
using FsCheck.Fluent;

namespace DownPage.AspNetCore.Tests.Passing;

[TestClass]
public sealed class NetworkTests
{
    [TestMethod]
    [DataRow("10.0.0.1", "10.0.0.1", true)]
    [DataRow("10.0.0.1", "10.0.0.123", false, DisplayName = "no text comparison")]
    [DataRow("10.0.0.1", "107.0.0.1", false, DisplayName = "no pattern")]
    [DataRow("10.0.0.0/24", "10.0.0.255", true)]
    [DataRow("10.0.0.0/24", "10.0.1.0", false)]
    [DataRow("10.0.0.0/24", "::ffff:10.0.0.7", true, DisplayName = "IPv4 as a socket for both reports it")]
    [DataRow("::ffff:10.0.0.0/120", "10.0.0.7", true, DisplayName = "and the other way round")]
    [DataRow("10.0.0.0/24", "::10.0.0.7", false, DisplayName = "compatible is not mapped")]
    [DataRow("10.0.0.0/24", "64:ff9b::a00:7", false, DisplayName = "nor is translated")]
    [DataRow("2001:db8::/32", "2001:db8:ffff::1", true)]
    [DataRow("2001:db8::/32", "2001:db9::", false)]
    [DataRow("2001:DB8::1", "2001:db8:0:0:0:0:0:1", true)]
    [DataRow("fe80::/10", "fe80::1%3", true, DisplayName = "zones do not count")]
    [DataRow("fe80::1%eth0", "fe80::1", true)]
    [DataRow("::1", "127.0.0.1", false)]
    [DataRow("255.255.255.255", "255.255.255.255", true)]
    [DataRow("ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", true)]
    [DataRow("128.0.0.0/1", "255.0.0.1", true)]
    [DataRow("128.0.0.0/1", "127.255.255.255", false)]
    public void Network_OfAddress_PassesAsInsider(string network, string address, bool passes)
    {
        var gate = Asked.Gate(options => options.Allow.Networks.Add(network));

        var verdict = gate.Check(Asked.Request(address: address), null);

        Assert.AreEqual(passes ? GateVerdict.PassInsider : GateVerdict.Refuse, verdict);
    }

    [TestMethod]
    public void Network_OfConnectionWithoutAddress_DoesNotPass()
        => Assert.AreEqual(
            GateVerdict.Refuse, Asked.Gate(options => options.Allow.Networks.Add("10.0.0.0/8")).Check("/"));

    [TestMethod]
    public void Network_OfTheState_PassesBeyondThoseOfTheOptions()
    {
        var gate = Asked.Gate(
            options => options.Allow.Networks.Add("10.0.0.0/8"),
            Asked.Down with { AllowedNetworks = ["192.0.2.0/24", "nonsense", null!, "0.0.0.0/0"] });

        Assert.AreEqual(GateVerdict.PassInsider, gate.Check(Asked.Request(address: "10.1.1.1"), null));
        Assert.AreEqual(GateVerdict.PassInsider, gate.Check(Asked.Request(address: "192.0.2.9"), null));
        Assert.AreEqual(GateVerdict.Refuse, gate.Check(Asked.Request(address: "203.0.113.1"), null));
    }

    [TestMethod]
    [DataRow("10.0.0.1/33", "here 1 to 32")]
    [DataRow("2001:db8::/129", "here 1 to 128")]
    [DataRow("10.0.0.0/", "prefix")]
    [DataRow("10.0.0.0/08", "prefix", DisplayName = "leading nought")]
    [DataRow("10.0.0.0/+8", "prefix")]
    [DataRow("10.0.0.0/-1", "prefix")]
    [DataRow("10.0.0.0/8/8", "prefix")]
    [DataRow("10.0.0.0/99999999999", "prefix")]
    [DataRow("10.0.0.5/8", "'10.0.0.0/8'")]
    [DataRow("2001:db8::5/32", "'2001:db8::/32'")]
    [DataRow("10.1", "a network is", DisplayName = "short form")]
    [DataRow("010.0.0.1", "a network is", DisplayName = "octal")]
    [DataRow("0x7f.0.0.1", "a network is", DisplayName = "hexadecimal")]
    [DataRow("2130706433", "a network is", DisplayName = "a number")]
    [DataRow("10.0.0.256", "a network is")]
    [DataRow("10.0.0.٣", "a network is", DisplayName = "other digits")]
    [DataRow(" 10.0.0.1", "a network is")]
    [DataRow("[::1]", "a network is")]
    [DataRow("[::1]:80", "a network is")]
    [DataRow("10.0.0.1:80", "a network is")]
    [DataRow("10.0.0.*", "a network is")]
    [DataRow("10.0.0.1-10.0.0.9", "a network is")]
    [DataRow("localhost", "a network is")]
    [DataRow("0.0.0.0/0", "everybody")]
    [DataRow("::/0", "everybody")]
    [DataRow("::ffff:0:0/96", "everybody", DisplayName = "all of IPv4, mapped")]
    [DataRow("::/64", "everybody", DisplayName = "more than all of IPv4")]
    public void Network_ThatCannotBe_IsRefusedWithWhatItShouldBe(string text, string says)
    {
        Assert.IsFalse(NetworkRange.TryParse(text, out _, out var problem));
        Assert.Contains(says, problem);
    }

    [TestMethod]
    public void Networks_NextToAndWithinEachOther_AreOne()
    {
        string[] networks = ["10.0.1.0/24", "10.0.0.0/24", "10.0.0.7", "10.0.2.0/23", "2001:db8::/32"];
        var set = new NetworkSet(networks.Select(Range));

        Assert.AreEqual(2, set.Count);
        Assert.IsTrue(set.Contains(IPAddress.Parse("10.0.3.255")));
        Assert.IsFalse(set.Contains(IPAddress.Parse("10.0.4.0")));
    }

    [TestMethod]
    public void Networks_AnyAddress_AreThoseWhoseBitsAgree()
    {
        var bytes = Gen.Elements<byte>(0, 1, 2, 127, 128, 255);
        var v4 = from part in bytes.ArrayOf(4) select new IPAddress(part);
        var v6 = from part in bytes.ArrayOf(16) select new IPAddress(part);
        var network =
            from address in Gen.Elements(v4, v6).SelectMany(family => family)
            from length in Gen.Choose(1, address.GetAddressBytes().Length * 8)
            select (Network: Masked(address, length), Length: length);
        var probe =
            from address in Gen.Elements(v4, v6, v4.Select(address => address.MapToIPv6())).SelectMany(family => family)
            select address;
        var cases = from networks in network.ListOf() from others in probe.ListOf() select (networks, others);

        Prop.ForAll(cases.Resize(6).ToArbitrary(), one =>
        {
            var valid = one.networks
                .Select(text => string.Create(CultureInfo.InvariantCulture, $"{text.Network}/{text.Length}"))
                .Where(text => NetworkRange.TryParse(text, out _, out _)).ToArray();
            var set = new NetworkSet(valid.Select(Range));
            return one.others.Concat(one.networks.Select(text => text.Network))
                .All(address => set.Contains(address) == valid.Any(text => Agree(text, address)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));
    }

    private static NetworkRange Range(string text)
    {
        Assert.IsTrue(NetworkRange.TryParse(text, out var range, out var problem), problem);
        return range;
    }

    private static IPAddress Masked(IPAddress address, int length)
    {
        var bytes = address.GetAddressBytes();
        for (var bit = length; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] &= (byte)~(0x80 >> (bit % 8));
        }

        return new IPAddress(bytes);
    }

    private static bool Agree(string network, IPAddress address)
    {
        var parts = network.Split('/');
        var first = IPAddress.Parse(parts[0]);
        var length = int.Parse(parts[1], CultureInfo.InvariantCulture) + (first.GetAddressBytes().Length == 4 ? 96 : 0);
        return Bits(first)[..length] == Bits(address)[..length];
    }

    private static string Bits(IPAddress address)
        => string.Concat(
            address.MapToIPv6().GetAddressBytes().Select(part => Convert.ToString(part, 2).PadLeft(8, '0')));
}
