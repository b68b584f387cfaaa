using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LumenArgus.Inspection.Configuration;

/// <summary>A password as PBKDF2 with HMAC-SHA-256 (RFC 8018): <c>pbkdf2-sha256$iterations$salt$hash</c>, salt and hash in base64.</summary>
public sealed class PasswordHash
{
    /// <summary>How a hash begins in the configuration.</summary>
    public const string Prefix = "pbkdf2-sha256$";

    // OWASP's figure for this function.
    private const int DefaultIterations = 600_000;
    private const int MinIterations = 1_000;
    private const int MaxIterations = 10_000_000;
    private const int SaltBytes = 16;
    private const int HashBytes = 32;

    private readonly int _iterations;
    private readonly byte[] _salt;
    private readonly byte[] _hash;

    private PasswordHash(int iterations, byte[] salt, byte[] hash) => (_iterations, _salt, _hash) = (iterations, salt, hash);

    /// <summary>Hashes a password with a new salt.</summary>
    /// <param name="password">The password.</param>
    /// <returns>The hash.</returns>
    public static PasswordHash Of(string password)
    {
        ArgumentException.ThrowIfNullOrEmpty(password);
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return new PasswordHash(DefaultIterations, salt, Derive(password, salt, DefaultIterations));
    }

    /// <summary>Reads what <see cref="Format"/> gave.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Null if it is no hash.</returns>
    public static PasswordHash? TryParse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split('$');
        if (parts.Length != 4 || !text.StartsWith(Prefix, StringComparison.Ordinal)
            || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var iterations) || iterations is < MinIterations or > MaxIterations)
        {
            return null;
        }

        var (salt, hash) = (new byte[SaltBytes], new byte[HashBytes]);
        return Convert.TryFromBase64String(parts[2], salt, out var saltLength) && saltLength == SaltBytes
            && Convert.TryFromBase64String(parts[3], hash, out var hashLength) && hashLength == HashBytes
            ? new PasswordHash(iterations, salt, hash)
            : null;
    }

    /// <summary>Whether a text is the password. Takes a fraction of a second on purpose.</summary>
    /// <param name="password">The text.</param>
    /// <returns>True for the password alone.</returns>
    public bool Matches(string password) => CryptographicOperations.FixedTimeEquals(Derive(password, _salt, _iterations), _hash);

    /// <summary>Writes it for the configuration.</summary>
    /// <returns>One line of printable ASCII.</returns>
    public string Format() => string.Create(
        CultureInfo.InvariantCulture, $"{Prefix}{_iterations}${Convert.ToBase64String(_salt)}${Convert.ToBase64String(_hash)}");

    private static byte[] Derive(string password, byte[] salt, int iterations) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password), salt, iterations, HashAlgorithmName.SHA256, HashBytes);
}
