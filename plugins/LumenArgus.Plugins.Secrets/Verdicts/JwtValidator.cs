using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using LumenArgus.Abstractions.Model;
using LumenArgus.Abstractions.Plugin;

namespace LumenArgus.Plugins.Secrets.Verdicts;

/// <summary>
/// Reads header and payload of a JSON Web Token (RFC 7519). A header that names no algorithm, or <c>none</c>, is no credential; a payload whose <c>exp</c> has passed is one
/// no longer. The signature cannot be checked without its key.
/// </summary>
internal sealed class JwtValidator(TimeProvider time) : IRuleValidator
{
    public const string RuleName = "jwt";

    public string Name => RuleName;

    public bool IsValid(ReadOnlySpan<char> value) => true;

    public Verdict Judge(ReadOnlySpan<char> value)
    {
        var dot = value.IndexOf('.');
        var payload = value[(dot + 1)..];
        if (!Read(value[..Math.Max(0, dot)], "alg", out var header) || header.Text is null or "" || header.Text.Equals("none", StringComparison.OrdinalIgnoreCase))
        {
            return Verdict.Invalid;
        }

        // A compressed payload (RFC 7516 allows one) is no JSON, and nothing can be said.
        return !Read(payload[..Math.Max(0, payload.IndexOf('.'))], "exp", out var expiry) ? Verdict.None
            : expiry.Number is { } seconds && seconds <= time.GetUtcNow().ToUnixTimeSeconds() ? Verdict.Expired
            : Verdict.LikelyLive;
    }

    // False: it is no JSON object.
    private static bool Read(ReadOnlySpan<char> part, ReadOnlySpan<char> name, out (string? Text, double? Number) member)
    {
        var length = Base64Url.GetMaxDecodedLength(part.Length);
        var rented = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            member = default;
            return Base64Url.DecodeFromChars(part, rented, out _, out var written) == OperationStatus.Done && Find(rented.AsSpan(0, written), name, out member);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }
    }

    private static bool Find(ReadOnlySpan<byte> json, ReadOnlySpan<char> name, out (string? Text, double? Number) member)
    {
        member = default;
        var reader = new Utf8JsonReader(json);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return false;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isWanted = reader.ValueTextEquals(name);
                reader.Read();
                if (isWanted)
                {
                    member = reader.TokenType == JsonTokenType.String ? (reader.GetString(), null)
                        : reader.TokenType == JsonTokenType.Number ? (null, reader.GetDouble())
                        : default;
                }

                reader.Skip();
            }

            return reader.TokenType == JsonTokenType.EndObject;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The latter says that a text is no UTF-8, or has half of a surrogate pair.
            return false;
        }
    }
}
