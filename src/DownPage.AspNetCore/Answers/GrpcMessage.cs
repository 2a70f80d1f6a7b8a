using System.Globalization;
using System.Text;

namespace DownPage.AspNetCore.Answers;

/// <summary>The text of a gRPC status, as a header can carry it.</summary>
internal static class GrpcMessage
{
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
