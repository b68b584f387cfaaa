using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace LumenArgus.Abstractions.Model;

/// <summary>
/// The text a rule matched: a secret that lives in memory only. It can be compared and revealed as a span, which no logger,
/// serializer or string format accepts; <see cref="ToString"/> is a mask and serialising it to JSON throws.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
[JsonConverter(typeof(MatchedTextJsonConverter))]
public readonly struct MatchedText : IEquatable<MatchedText>
{
    // Keyed per process: an unkeyed hash of a short value (a card number, a birthday) could be turned back by trying all values.
    private static readonly byte[] MaskKey = RandomNumberGenerator.GetBytes(32);

    private readonly string? _value;

    /// <summary>Copies <paramref name="value"/>.</summary>
    /// <param name="value">The matched characters; may be empty.</param>
    public MatchedText(ReadOnlySpan<char> value) => _value = value.IsEmpty ? null : new string(value);

    /// <summary>Number of UTF-16 characters.</summary>
    public int Length => _value?.Length ?? 0;

    /// <summary>Whether nothing was matched (findings about the host itself have no value).</summary>
    public bool IsEmpty => _value is null;

    /// <summary>Compares two values.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other value.</param>
    /// <returns>Whether both hold the same characters.</returns>
    public static bool operator ==(MatchedText left, MatchedText right) => left.Equals(right);

    /// <summary>Compares two values.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other value.</param>
    /// <returns>Whether the values differ.</returns>
    public static bool operator !=(MatchedText left, MatchedText right) => !left.Equals(right);

    /// <summary>The matched characters. Use them to compare, hash or replace; never copy them into anything that is stored or shown.</summary>
    /// <returns>A view of the characters, valid as long as this value is referenced.</returns>
    public ReadOnlySpan<char> Reveal() => _value;

    /// <inheritdoc/>
    public bool Equals(MatchedText other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is MatchedText other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value is null ? 0 : _value.GetHashCode(StringComparison.Ordinal);

    /// <summary>A mask: the length and four hexadecimal digits of a hash whose key changes with every process.</summary>
    /// <returns>For example <c>[redacted 24 chars hmac:ab12]</c>.</returns>
    public override string ToString()
    {
        if (_value is null)
        {
            return "[redacted 0 chars]";
        }

        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(MaskKey, System.Runtime.InteropServices.MemoryMarshal.AsBytes(_value.AsSpan()), hash);
        return $"[redacted {Length} chars hmac:{Convert.ToHexStringLower(hash[..2])}]";
    }
}
