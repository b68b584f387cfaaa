using System.Security.Cryptography;
using System.Text;

namespace LumenArgus.Host.FileScan.Baselines;

/// <summary>
/// How a baseline remembers a value. A baseline is committed, and a plain hash of a card number or a password is soon undone by trying them all. Ours is
/// salted, slow and short: 24 bits fit too many values to tell which one it was, and let a new secret pass for a known one in one case of 16 million.
/// </summary>
internal sealed record ValueHash
{
    /// <summary>The name of the method in the file.</summary>
    public const string Name = "pbkdf2-sha256-24";

    private const int MaxIterations = 1_000_000;
    private const int DefaultIterations = 10_000;
    private const int SaltBytes = 16;
    private const int HashBytes = 3;

    private readonly byte[] _salt;

    private ValueHash(byte[] salt, int iterations)
    {
        _salt = salt;
        Iterations = iterations;
    }

    /// <summary>The original's way: a full SHA-256. Its files are still read.</summary>
    public static ValueHash Plain { get; } = new([], 0);

    public int Iterations { get; }

    public string Salt => Convert.ToHexStringLower(_salt);

    public static ValueHash Create() => new(RandomNumberGenerator.GetBytes(SaltBytes), DefaultIterations);

    /// <summary>The method of a file.</summary>
    /// <exception cref="FormatException">The salt is no hexadecimal text, or a number is out of range.</exception>
    public static ValueHash From(string salt, int iterations) => iterations is > 0 and <= MaxIterations && salt.Length > 0
        ? new ValueHash(Convert.FromHexString(salt), iterations)
        : throw new FormatException("the salt is empty or the number of iterations out of range");

    public string Of(ReadOnlySpan<char> value)
    {
        var utf8 = new byte[Encoding.UTF8.GetByteCount(value)];
        Encoding.UTF8.GetBytes(value, utf8);
        try
        {
            return Convert.ToHexStringLower(Iterations == 0
                ? SHA256.HashData(utf8)
                : Rfc2898DeriveBytes.Pbkdf2(utf8, _salt, Iterations, HashAlgorithmName.SHA256, HashBytes));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(utf8);
        }
    }
}
