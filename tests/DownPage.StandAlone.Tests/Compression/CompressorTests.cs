using System.IO.Compression;
using System.Text;
using DownPage.StandAlone.Compression;

namespace DownPage.StandAlone.Tests.Compression;

[TestClass]
public sealed class CompressorTests
{
    [TestMethod]
    [DataRow(50)]
    [DataRow(1_500)]
    [DataRow(10_000)]
    public void Content_CompressedAndDecompressed_IsTheSame(int words)
    {
        var content = Sample(words);

        var encodings = Compressor.Compress(content);

        CollectionAssert.AreEqual(new[] { "br", "gzip" }, encodings.Select(encoding => encoding.Encoding).ToArray());
        CollectionAssert.AreEqual(new[] { ".br", ".gz" }, encodings.Select(encoding => encoding.Extension).ToArray());
        CollectionAssert.AreEqual(content, Read(new BrotliStream(Open(encodings[0].Content), CompressionMode.Decompress)));
        CollectionAssert.AreEqual(content, Read(new GZipStream(Open(encodings[1].Content), CompressionMode.Decompress)));
        Assert.IsLessThan(encodings[1].Content.Length, encodings[0].Content.Length);
    }

    [TestMethod]
    public void Content_CompressedTwice_IsTheSameBytes()
    {
        var content = Sample(1_500);

        foreach (var (first, second) in Compressor.Compress(content).Zip(Compressor.Compress(content)))
            CollectionAssert.AreEqual(first.Content.ToArray(), second.Content.ToArray(), first.Encoding);
    }

    [TestMethod]
    public void GZip_OfAnyContent_TellsNeitherTimeNorSystem()
    {
        var header = Compressor.Compress(Sample(50)).Single(encoding => encoding.Encoding == "gzip").Content[..10].ToArray();

        CollectionAssert.AreEqual(new byte[] { 0x1F, 0x8B, 8, 0, 0, 0, 0, 0 }, header[..8]);
        Assert.AreEqual(255, header[9]);
    }

    [TestMethod]
    public void Content_ThatDoesNotBecomeSmaller_HasNoSibling()
    {
        Assert.IsEmpty(Compressor.Compress(Encoding.UTF8.GetBytes("<p>x")));
        Assert.IsEmpty(Compressor.Compress(ReadOnlyMemory<byte>.Empty));
    }

    // Words in no order, so that there is something to compress, and not too much.
    private static byte[] Sample(int words)
    {
        var state = 1u;
        var text = new StringBuilder();
        for (var i = 0; i < words; i++)
        {
            state = (state * 1_664_525) + 1_013_904_223;
            text.Append("<p class=word").Append(state >> 22).Append(">the page</p>");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static MemoryStream Open(ReadOnlyMemory<byte> content) => new(content.ToArray());

    private static byte[] Read(Stream stream)
    {
        using var buffer = new MemoryStream();
        using (stream)
            stream.CopyTo(buffer);
        return buffer.ToArray();
    }
}
