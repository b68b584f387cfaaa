using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LumenArgus.Plugins.Webhook;

/// <summary>Proves to a receiver who has sent a message, and when: it compares the signature and refuses old timestamps.</summary>
internal static class WebhookSignature
{
    /// <summary>Headers that begin so are ours.</summary>
    public const string Prefix = "X-LumenArgus-";

    public const string SignatureHeader = Prefix + "Signature";

    public const string TimestampHeader = Prefix + "Timestamp";

    /// <summary>The timestamp as it is sent: seconds since 1970.</summary>
    public static string TimestampOf(DateTimeOffset time) => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>The signature: <c>sha256=</c> and the HMAC of the timestamp, a dot and the body, in hexadecimal digits.</summary>
    public static string Of(string secret, string timestamp, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hash.AppendData(Encoding.UTF8.GetBytes(timestamp + "."));
        hash.AppendData(body);
        return "sha256=" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
