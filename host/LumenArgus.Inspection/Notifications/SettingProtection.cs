using System.Security.Cryptography;
using System.Text;
using LumenArgus.Storage.Hashing;

namespace LumenArgus.Inspection.Notifications;

/// <summary>
/// Keeps the settings of channels encrypted in the database (AES-256-GCM), because they hold credentials and databases are copied. The key comes from the key file beside it; a database of the
/// original has them in clear, which is read too.
/// </summary>
internal sealed class SettingProtection(HashKey key)
{
    private const string Prefix = "aes1:";
    private const int NonceSize = 12;
    private const int TagSize = 16;

    private readonly byte[] _key = Convert.FromHexString(key.Hash("settings of notification channels"));

    /// <summary>Why nothing can be kept; null if it can.</summary>
    public string? Problem => key.Problem;

    /// <summary>Encrypts settings.</summary>
    public string Seal(string settings)
    {
        if (settings == "{}")
        {
            return settings;
        }

        var plain = Encoding.UTF8.GetBytes(settings);
        var sealedBytes = new byte[NonceSize + TagSize + plain.Length];
        var nonce = sealedBytes.AsSpan(0, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_key, TagSize);
        aes.Encrypt(nonce, plain, sealedBytes.AsSpan(NonceSize + TagSize), sealedBytes.AsSpan(NonceSize, TagSize));
        CryptographicOperations.ZeroMemory(plain);
        return Prefix + Convert.ToBase64String(sealedBytes);
    }

    /// <summary>Decrypts settings.</summary>
    /// <returns>Null if they were encrypted with another key, or changed.</returns>
    public string? Open(string stored)
    {
        if (!stored.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return stored;
        }

        try
        {
            var bytes = Convert.FromBase64String(stored[Prefix.Length..]);
            if (bytes.Length < NonceSize + TagSize)
            {
                return null;
            }

            var plain = new byte[bytes.Length - NonceSize - TagSize];
            using var aes = new AesGcm(_key, TagSize);
            aes.Decrypt(bytes.AsSpan(0, NonceSize), bytes.AsSpan(NonceSize + TagSize), bytes.AsSpan(NonceSize, TagSize), plain);
            return Encoding.UTF8.GetString(plain);
        }
        catch (Exception failure) when (failure is FormatException or CryptographicException)
        {
            return null;
        }
    }
}
