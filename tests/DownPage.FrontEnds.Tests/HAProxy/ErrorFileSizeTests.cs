using System.Text;

namespace DownPage.FrontEnds.Tests.HAProxy;

/// <summary>HAProxy does not start with a page that its buffer does not take: nothing is written that leads there.</summary>
[TestClass]
public sealed class ErrorFileSizeTests
{
    // With the eight headers of the sample: 16,297 bytes less four for each.
    private const int Limit = 16_265;

    [TestMethod]
    public void Errorfile_AsLargeAsTheBuffer_IsWritten()
    {
        var text = Errorfile(Limit);

        Assert.AreEqual(Limit, Encoding.UTF8.GetByteCount(text));
    }

    [TestMethod]
    public void Errorfile_OneByteLarger_IsRefusedWithItsSize()
    {
        var refused = Assert.ThrowsExactly<FrontEndException>(() => Errorfile(Limit + 1));

        Assert.AreEqual(DiagnosticCodes.TooLargeForServer, refused.Code);
        Assert.Contains("16,266 bytes", refused.Message);
        Assert.Contains("takes 16,265", refused.Message);
        Assert.Contains("tune.bufsize", refused.Message);
    }

    [TestMethod]
    public void Errorfile_WithALongHeaderOfTheProject_HasLessRoom()
    {
        var options = Sample.Options("haproxy");
        options.Headers = [new("Content-Security-Policy", new string('x', 300))];

        Assert.ThrowsExactly<FrontEndException>(() => Errorfile(Limit, options));
    }

    private static string Errorfile(int bytes, FrontEndOptions? options = null)
    {
        var empty = Sample.Text("haproxy", "haproxy/errors/502.http", Options(), Built(10_000));
        // The length keeps its five digits.
        return Sample.Text("haproxy", "haproxy/errors/502.http", options ?? Options(), Built(bytes - (empty.Length - 10_000)));
    }

    private static FrontEndOptions Options()
    {
        var options = Sample.Options("haproxy");
        options.Headers = [new("X-One", "1")];
        return options;
    }

    private static BuiltSite Built(int page)
        => Sample.Built with { Read = file => Encoding.ASCII.GetBytes(new string('x', file == "502.html" ? page : 10)) };
}
