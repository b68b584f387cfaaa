using System.Security.Cryptography;

namespace LumenArgus.PluginRuntime.Trust;

/// <summary>A public key that plugins are signed with: ECDSA on the curve P-256, written as the base64 of its SubjectPublicKeyInfo (RFC 5280).</summary>
public sealed class PluginKey
{
    private const string P256 = "1.2.840.10045.3.1.7";
    private const int IdLength = 16;

    private readonly byte[] _info;

    private PluginKey(byte[] info) => _info = info;

    /// <summary>The first digits of the SHA-256 of the key: names it for people, and finds it among others.</summary>
    public string Id => Convert.ToHexStringLower(SHA256.HashData(_info))[..IdLength];

    /// <summary>Reads a key.</summary>
    /// <param name="text">One line of base64, as <see cref="ToString"/> writes it.</param>
    /// <returns>Null if it is none.</returns>
    public static PluginKey? TryParse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            using var key = ECDsa.Create();
            var info = Convert.FromBase64String(text.Trim());
            key.ImportSubjectPublicKeyInfo(info, out var read);
            return read == info.Length && key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value == P256 ? new PluginKey(info) : null;
        }
        catch (Exception exception) when (exception is FormatException or CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The public key of a private one.</summary>
    /// <param name="key">The private key.</param>
    /// <returns>The key.</returns>
    public static PluginKey Of(ECDsa key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new PluginKey(key.ExportSubjectPublicKeyInfo());
    }

    /// <summary>Makes a private key.</summary>
    /// <returns>The key, to be disposed of.</returns>
    public static ECDsa Generate() => ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>Reads a private key.</summary>
    /// <param name="pem">PKCS #8 in PEM, as <c>plugins keygen</c> writes it.</param>
    /// <returns>The key, to be disposed of; null if it is none of the right kind.</returns>
    public static ECDsa? TryReadPrivate(string pem)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            if (key.ExportParameters(includePrivateParameters: true).Curve.Oid.Value == P256)
            {
                return key;
            }
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            // A public key, another curve, or no key at all.
        }

        key.Dispose();
        return null;
    }

    /// <summary>Whether a signature is by this key.</summary>
    /// <param name="content">What was signed.</param>
    /// <param name="signature">The signature: r and s, 32 bytes each (IEEE P1363).</param>
    /// <returns>True if it is.</returns>
    public bool Verifies(ReadOnlySpan<byte> content, ReadOnlySpan<byte> signature)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(_info, out _);
        return key.VerifyData(content, signature, HashAlgorithmName.SHA256);
    }

    /// <summary>The key as it stands in the configuration.</summary>
    /// <returns>One line of base64.</returns>
    public override string ToString() => Convert.ToBase64String(_info);
}
