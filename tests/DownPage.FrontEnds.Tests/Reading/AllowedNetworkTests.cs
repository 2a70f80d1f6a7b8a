namespace DownPage.FrontEnds.Tests.Reading;

/// <summary>Addresses and networks that pass, as people write them.</summary>
[TestClass]
public sealed class AllowedNetworkTests
{
    [TestMethod]
    [DataRow("203.0.113.7", "203.0.113.7/32")]
    [DataRow(" 10.1.2.3/8 ", "10.0.0.0/8", DisplayName = "bits beyond the prefix")]
    [DataRow("10.1.2.3/9", "10.0.0.0/9")]
    [DataRow("0.0.0.0/0", "0.0.0.0/0")]
    [DataRow("2001:DB8::1", "2001:db8::1/128")]
    [DataRow("2001:db8:ffff::/33", "2001:db8:8000::/33")]
    [DataRow("::/0", "::/0")]
    public void Parse_ANetwork_IsIt(string text, string expected)
        => Assert.AreEqual(expected, AllowedNetwork.Parse(text)?.ToString());

    [TestMethod]
    [DataRow("")]
    [DataRow("localhost")]
    [DataRow("10.0.0.0/33")]
    [DataRow("10.0.0.0/-1")]
    [DataRow("10.0.0.0/8/8")]
    [DataRow("10.0.0.0/")]
    [DataRow("10.0/16")]
    [DataRow("167772160", DisplayName = "a number")]
    [DataRow("2001:db8::/129")]
    [DataRow("fe80::1%eth0", DisplayName = "with a zone")]
    [DataRow("10.0.0.1; allow all", DisplayName = "with a statement")]
    public void Parse_SomethingElse_IsNone(string text) => Assert.IsNull(AllowedNetwork.Parse(text));

    [TestMethod]
    [DataRow("10.0.0.1", true)]
    [DataRow("10.0.0.0/24", false)]
    [DataRow("::1", true)]
    [DataRow("2001:db8::/32", false)]
    public void IsSingle_OfANetwork_IsWhetherItIsOneAddress(string text, bool expected)
        => Assert.AreEqual(expected, AllowedNetwork.Parse(text)?.IsSingle);
}
