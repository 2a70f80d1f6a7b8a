using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DownPage.DownFile;

/// <summary>Reads what a down file holds. Never throws.</summary>
internal static class DownFileReader
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int MaximumBytes = 256 * 1024;

    private const int MaximumDepth = 32;
    private const int MaximumTextLength = 2000;
    private const int MaximumShortTextLength = 200;
    private const int LastVersion = 1;

    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(30);

    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = MaximumDepth,
    };

    public static DownFileReading Read(ReadOnlySpan<byte> json)
    {
        if (json.Length > MaximumBytes)
        {
            return DownFileReading.Failed("it is larger than 256 KiB");
        }

        var text = JsonBytes.Utf8Of(json, out var wasUtf8);
        if (text.Length == 0)
        {
            return new DownFileReading(DownFileDocument.Empty, null, []);
        }

        try
        {
            using var document = JsonDocument.Parse(text, Lenient);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? Read(document.RootElement, wasUtf8)
                : DownFileReading.Failed("it holds JSON, but no object: it must be empty or begin with '{'");
        }
        catch (JsonException wrong)
        {
            return DownFileReading.Failed("it is no JSON: " + Explain(wrong));
        }
    }

    private static DownFileReading Read(JsonElement root, bool wasUtf8)
    {
        List<string> warnings = wasUtf8
            ? []
            : ["Not all of it is UTF-8, and replacement characters are shown for what is not. Save it as UTF-8."];
        var members = new JsonMembers(root, "", warnings);
        if (members.Integer("version", version => version >= 1, "1") > LastVersion)
        {
            members.PutBack("version");
        }

        var badWindows = new JsonArray();
        var document = new DownFileDocument
        {
            Down = members.Flag("down") ?? true,
            Mode = members.Text("mode", DownFileValues.IsMode, "full or readOnly"),
            Scopes = members.Items("scopes", Filled, "a text such as \"path:/billing\""),
            Message = members.Text("message", MaximumTextLength),
            Reason = members.Text("reason", MaximumShortTextLength),
            Actor = members.Text("actor", MaximumShortTextLength),
            Since = members.Moment("since"),
            Until = members.Moment("until"),
            LiftedAt = members.Moment("liftedAt"),
            Windows = members.Value("windows", JsonValueKind.Array, "a list of windows") is { } windows
                ? DownFileWindows.Read(windows, warnings, badWindows)
                : [],
        };
        document = ReadBypass(ReadAnswer(document, members), members, badWindows, warnings);
        return new DownFileReading(document, null, warnings);
    }

    private static DownFileDocument ReadAnswer(DownFileDocument document, JsonMembers members) => document with
    {
        StatusCode = members.Integer(
            "statusCode", code => code is 200 or (>= 400 and <= 599), "200, or from 400 to 599"),
        RetryAfter = members.Duration("retryAfter", TimeSpan.Zero, LongestDelay),
        Refresh = members.Duration("refresh", TimeSpan.FromSeconds(1), TimeSpan.FromDays(1)),
        RedirectTo = members.Text(
            "redirectTo",
            DownFileValues.IsRedirect,
            "a path of the site, such as \"/status\", or an absolute http or https address"),
        AllowNetworks = members.Items(
            "allowNetworks",
            item => Filled(item) is { } text && DownFileValues.IsNetwork(text) ? text : null,
            "an address or a network, such as \"203.0.113.0/24\""),
    };

    private static DownFileDocument ReadBypass(
        DownFileDocument document, JsonMembers members, JsonArray badWindows, List<string> warnings)
    {
        JsonObject? restOfBypass = null;
        const string Expected = "an object with secretHash and generation";
        if (members.Value("bypass", JsonValueKind.Object, Expected, isSecret: true) is { } value)
        {
            var bypass = new JsonMembers(value, "bypass.", warnings);
            document = document with
            {
                BypassSecretHash = bypass.Text(
                    "secretHash",
                    DownFileValues.IsSecretHash,
                    "the SHA-256 of the secret in 64 hexadecimal digits",
                    isSecret: true),
                BypassGeneration = bypass.Integer("generation", number => number >= 0, "a whole number, 0 or more"),
            };
            restOfBypass = bypass.Rest(warn: true);
        }

        var unknown = members.Rest(warn: true);
        Keep("bypass", restOfBypass);
        Keep("windows", badWindows.Count > 0 ? badWindows : null);
        return document with { Unknown = unknown };

        void Keep(string name, JsonNode? rest)
        {
            if (rest is not null)
            {
                (unknown ??= [])[name] = rest;
            }
        }
    }

    private static string? Filled(JsonElement item)
        => JsonText.Of(item) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    // The framework's place counts from 0, and is said in other words at the end of its message.
    private static string Explain(JsonException wrong)
    {
        var end = wrong.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        var what = (end < 0 ? wrong.Message : wrong.Message[..end]).TrimEnd('.');
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{what} (line {(wrong.LineNumber ?? 0) + 1}, column {(wrong.BytePositionInLine ?? 0) + 1})");
    }
}
