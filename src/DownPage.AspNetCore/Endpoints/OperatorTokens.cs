using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using DownPage.AspNetCore.State;
using DownPage.RenderProtocol;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DownPage.AspNetCore.Endpoints;

/// <summary>
/// Who comes with a token. It is no scheme of the app's authentication: being the only one it would be the app's
/// default, and being a second one it would take that from the app's own.
/// </summary>
internal sealed partial class OperatorTokens(OptionsSource options, TimeProvider clock, ILogger<OperatorTokens> logger)
{
    public const string Scheme = "DownPage.OperatorToken";

    private const int LongestToken = 1000;
    private const int MostWrong = 10;
    private const string Bearer = "Bearer ";

    private readonly Quotas wrong = new(clock);

    /// <summary>Makes the request the operator's whose token it has.</summary>
    /// <returns>Null: it has one. Else what to answer.</returns>
    public OperatorProblem? SignIn(HttpContext context, out TimeSpan? wait)
    {
        wait = null;
        var header = context.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            context.Response.Headers.WWWAuthenticate = "Bearer realm=\"maintenance mode\"";
            return Refused("There is no token.");
        }

        var name = NameOf(header[Bearer.Length..].Trim());
        var address = Network(context.Connection.RemoteIpAddress);
        TimeSpan left;
        if (!(name is null ? TryWrong(address, out left) : wrong.IsLeft(address, MostWrong, out left)))
        {
            wait = left;
            return new OperatorProblem(
                429,
                DiagnosticCodes.TooManyWrongTokens,
                "Too many wrong tokens.",
                $"From this address came {MostWrong} wrong tokens within a minute: none is taken until it is over.");
        }

        if (name is null)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer realm=\"maintenance mode\", error=\"invalid_token\"";
            return Refused("The token is none of those that are taken.");
        }

        context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, name)], Scheme));
        return null;
    }

    private static OperatorProblem Refused(string what) => new(
        401,
        DiagnosticCodes.TokenRefused,
        "An operator's token is needed.",
        what + " Send 'Authorization: Bearer TOKEN', with a token whose SHA-256 is in "
        + "MaintenanceMode:Endpoint:TokenHashes.");

    /// <summary>Takes as long whichever it is. Null: nobody's.</summary>
    private string? NameOf(string token)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(token.Length > LongestToken ? "" : token), hash);
        string? found = null;
        foreach (var (name, hexadecimal) in options.Current.Endpoint.TokenHashes)
        {
            found = OperatorRules.IsHash(hexadecimal)
                && CryptographicOperations.FixedTimeEquals(Convert.FromHexString(hexadecimal), hash) ? name : found;
        }

        return token.Length is 0 or > LongestToken ? null : found;
    }

    private bool TryWrong(string address, out TimeSpan wait)
    {
        var may = wrong.TryTake(address, MostWrong, out wait, out var isLast);
        if (isLast)
        {
            Log.TooManyWrongTokens(logger, address);
        }

        return may;
    }

    /// <summary>Of IPv6 the network: whoever has one address there has all of them.</summary>
    private static string Network(IPAddress? address)
    {
        if (address is null or { AddressFamily: not AddressFamily.InterNetworkV6 } or { IsIPv4MappedToIPv6: true })
        {
            return (address?.IsIPv4MappedToIPv6 == true ? address.MapToIPv4() : address)?.ToString() ?? "unknown";
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes) + "/64";
    }

    private static partial class Log
    {
        [LoggerMessage(
            110,
            LogLevel.Warning,
            "Too many wrong tokens for the endpoint of operators within a minute, from {Address}: it takes none from "
                + "there for a while",
            EventName = "TooManyWrongTokens")]
        public static partial void TooManyWrongTokens(ILogger logger, string address);
    }
}
