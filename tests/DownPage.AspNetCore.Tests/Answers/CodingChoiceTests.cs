using DownPage.AspNetCore.Answers;
using FsCheck;
using FsCheck.Fluent;

namespace DownPage.AspNetCore.Tests.Answers;

[TestClass]
public sealed class CodingChoiceTests
{
    [TestMethod]
    [DataRow(null, "Identity", DisplayName = "no header")]
    [DataRow("", "Identity")]
    [DataRow("gzip, deflate, br, zstd", "Brotli", DisplayName = "a browser")]
    [DataRow("gzip", "Gzip")]
    [DataRow("x-gzip", "Gzip")]
    [DataRow("GZIP", "Gzip")]
    [DataRow("br;q=0.5, gzip", "Gzip")]
    [DataRow("br;q=0, gzip;q=0", "Identity")]
    [DataRow("br;q=0, *", "Gzip")]
    [DataRow("*", "Brotli")]
    [DataRow("*;q=0", "Identity")]
    [DataRow("identity", "Identity")]
    [DataRow("identity, gzip;q=0.5", "Identity")]
    [DataRow("identity;q=0", "Identity", DisplayName = "nothing that there is: better this than none")]
    [DataRow("identity;q=0, br", "Brotli")]
    [DataRow("deflate, zstd", "Identity")]
    [DataRow("brotli, gzipped", "Identity")]
    public void Of_Header_IsTheCoding(string? header, string expected)
        => Assert.AreEqual(expected, CodingChoice.Of(header, hasBrotli: true, hasGzip: true).ToString());

    [TestMethod]
    [DataRow(false, true, "Gzip")]
    [DataRow(true, false, "Brotli")]
    [DataRow(false, false, "Identity")]
    public void Of_WhatIsNotAtHand_IsNotChosen(bool hasBrotli, bool hasGzip, string expected)
        => Assert.AreEqual(expected, CodingChoice.Of("gzip, br", hasBrotli, hasGzip).ToString());

    [TestMethod]
    public void Of_AnyHeader_IsWhatThePlainModelSays()
        => Check.One(
            HeaderCases.Many,
            Prop.ForAll(
                HeaderCases.Of("br", "gzip", "x-gzip", "identity", "*", "zstd", "deflate"),
                header => Model(header) == CodingChoice.Of(header, hasBrotli: true, hasGzip: true)));

    private static ContentCoding Model(string header)
    {
        var said = HeaderCases.Read(header).GroupBy(item => item.Value == "x-gzip" ? "gzip"
            : item.Value).ToDictionary(group => group.Key, group => group.Max(item => item.Weight));
        var others = said.GetValueOrDefault("*", 0);
        var brotli = said.GetValueOrDefault("br", others);
        var gzip = said.GetValueOrDefault("gzip", others);
        if (Math.Max(brotli, gzip) == 0 || said.GetValueOrDefault("identity", 0) > Math.Max(brotli, gzip))
        {
            return ContentCoding.Identity;
        }

        return brotli >= gzip ? ContentCoding.Brotli : ContentCoding.Gzip;
    }
}
