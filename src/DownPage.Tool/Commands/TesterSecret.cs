using System.Security.Cryptography;
using System.Text;

namespace DownPage.Tool.Commands;

/// <summary>
/// What opens the site to testers. Only its hash is stored: whoever reads the state cannot pass by it.
/// </summary>
/// <param name="Text">32 characters that need no encoding in an address.</param>
internal sealed record TesterSecret(string Text)
{
    private const int Bytes = 24;

    public string Hash => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Text))).ToLowerInvariant();

    public static TesterSecret Create()
        => new(Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes)).Replace('+', '-').Replace('/', '_'));
}
