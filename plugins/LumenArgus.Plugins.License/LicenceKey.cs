using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Plugins.License;

/// <summary>
/// A licence key: what is granted as JSON (<c>holder</c>, <c>plan</c>, and <c>expires</c> as a date or absent), a dot, and the issuer's signature of that; both as base64url. ECDSA over P-256
/// with SHA-256, the two numbers of the signature one behind the other.
/// </summary>
internal static class LicenceKey
{
    /// <summary>Checks a key.</summary>
    /// <param name="key">The key; line ends around and within it do not matter.</param>
    /// <param name="issuer">The issuer's public key (SubjectPublicKeyInfo).</param>
    /// <param name="now">The time.</param>
    public static LicenceState Check(string key, ReadOnlySpan<byte> issuer, DateTimeOffset now)
    {
        var parts = string.Concat(key.Where(static character => !char.IsWhiteSpace(character))).Split('.');
        if (parts.Length != 2 || !TryDecode(parts[0], out var grant) || !TryDecode(parts[1], out var signature))
        {
            return Invalid("the licence is no key: two parts of base64url with a dot between them");
        }

        using var verifier = ECDsa.Create();
        verifier.ImportSubjectPublicKeyInfo(issuer, out _);
        return verifier.VerifyData(grant, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation)
            ? Read(grant, now)
            : Invalid("the licence is not signed by the issuer");
    }

    private static LicenceState Read(byte[] grant, DateTimeOffset now)
    {
        try
        {
            using var document = JsonDocument.Parse(grant);
            var root = document.RootElement;
            var (holder, plan) = (root.GetProperty("holder").GetString(), root.GetProperty("plan").GetString());
            DateTimeOffset? expires = root.TryGetProperty("expires", out var date) ? date.GetDateTimeOffset() : null;
            return expires <= now
                ? new LicenceState(IsValid: false, $"the licence of {holder} has expired", plan, expires)
                : new LicenceState(IsValid: true, $"licensed to {holder}", plan, expires);
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return Invalid("the licence is signed, but of another version");
        }
    }

    private static bool TryDecode(string text, out byte[] bytes)
    {
        try
        {
            bytes = Base64Url.DecodeFromChars(text);
            return bytes.Length > 0;
        }
        catch (FormatException)
        {
            bytes = [];
            return false;
        }
    }

    private static LicenceState Invalid(string detail) => new(IsValid: false, detail);
}
