using System.Globalization;
using System.Text;

namespace DownPage.AspNetCore.Answers;

/// <summary>gRPC's own words (https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md).</summary>
internal static class GrpcStatus
{
    /// <summary>UNAVAILABLE, which clients may try again.</summary>
    public const string Unavailable = "14";

    /// <summary>UTF-8, percent-encoded but for visible ASCII without <c>%</c>, and spaces.</summary>
    public static string Encode(string message)
    {
        var encoded = new StringBuilder(message.Length);
        foreach (var octet in Encoding.UTF8.GetBytes(message))
        {
            if (octet is >= 0x20 and <= 0x7E and not (byte)'%')
            {
                encoded.Append((char)octet);
            }
            else
            {
                encoded.Append(CultureInfo.InvariantCulture, $"%{octet:X2}");
            }
        }

        return encoded.ToString();
    }
}
