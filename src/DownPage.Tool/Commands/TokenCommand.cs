using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace DownPage.Tool.Commands;

/// <summary>Makes an operator's token: printed once and kept nowhere, but for its hash.</summary>
internal static class TokenCommand
{
    private const int TokenBytes = 32;
    private const int LongestName = 64;
    private const string Key = "MaintenanceMode:Endpoint:TokenHashes:";

    public static Command Create(ToolContext context)
    {
        var name = new Argument<string>("NAME")
        {
            Description = "Who will use it, as the history will say: a person or a script.",
        };
        name.Validators.Add(result =>
        {
            // The name is part of a key of the configuration, and of a variable.
            if (result.Tokens is [{ Value: var text }] && !IsName(text))
            {
                result.AddError(
                    $"NAME is '{text}'; it must be 1 to {LongestName} ASCII letters, digits, - or _, "
                    + "and have no two _ side by side.");
            }
        });
        var json = new Option<bool>("--json") { Description = "Prints name, token and hash as JSON." };
        var command = new ToolCommand("token", "Makes a token for an operator of the endpoint, and what the app needs to know of it.")
        {
            Examples = ["downpage token deploy     # then put the printed hash into the app's configuration"],
        };
        command.Add(name);
        command.Add(json);
        command.SetAction(result => Make(result.GetRequiredValue(name), result.GetValue(json), context));
        return command;
    }

    private static int Make(string name, bool asJson, ToolContext context)
    {
        var token = Convert.ToBase64String(RandomNumberGenerator.GetBytes(TokenBytes))
            .TrimEnd('=').Replace('+', '-').Replace('/', '_');
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(token))).ToLowerInvariant();
        context.Out.WriteLine(asJson ? Json(name, token, hash) : Text(name, token, hash));
        return ExitCode.Success;
    }

    private static string Text(string name, string token, string hash) => $$"""
        The token, which is shown only now:
          {{token}}

        What the app needs to know of it, in appsettings.json:
          { "MaintenanceMode": { "Endpoint": { "TokenHashes": { "{{name}}": "{{hash}}" } } } }
        or as a variable:
          {{Key.Replace(":", "__", StringComparison.Ordinal)}}{{name}}={{hash}}

        Whoever has the token can take the site down: keep it where secrets are kept, and give it to the command by
        --token-file or DOWNPAGE_TOKEN. Taking the hash out of the configuration ends it.
        """;

    private static string Json(string name, string token, string hash)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("name", name);
            writer.WriteString("token", token);
            writer.WriteString("hash", hash);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static bool IsName(string text)
        => text.Length is > 0 and <= LongestName
            && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')
            && !text.Contains("__", StringComparison.Ordinal);
}
