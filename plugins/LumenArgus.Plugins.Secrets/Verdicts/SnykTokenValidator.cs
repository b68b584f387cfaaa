using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Secrets.Verdicts;

/// <summary>Tokens of Snyk carry a JSON object whose <c>e</c> is the second of their end.</summary>
internal sealed class SnykTokenValidator(TimeProvider time) : IRuleValidator
{
    public const string RuleName = "snyk_token";
    private const int LongestPayload = 512;

    public string Name => RuleName;

    public bool IsValid(ReadOnlySpan<char> value) => true;

    public Verdict Judge(ReadOnlySpan<char> value)
    {
        Span<Range> parts = stackalloc Range[5];
        if (value.Split(parts, '.') != 4)
        {
            return Verdict.None;
        }

        var payload = value[parts[2]];
        Span<byte> json = stackalloc byte[LongestPayload];
        if (payload.Length > LongestPayload || Base64Url.DecodeFromChars(payload, json, out _, out var length) != OperationStatus.Done)
        {
            return Verdict.None;
        }

        return End(json[..length]) is not { } end ? Verdict.None
            : end < time.GetUtcNow().ToUnixTimeSeconds() ? Verdict.Expired
            : Verdict.LikelyLive;
    }

    private static long? End(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("e"u8))
                {
                    return reader.Read() && reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var end) ? end : null;
                }
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // No JSON, or a name with half of a surrogate pair: a value that only looks like such a token.
        }

        return null;
    }
}
