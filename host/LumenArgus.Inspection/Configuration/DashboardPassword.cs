using System.Security.Cryptography;
using System.Text;

namespace LumenArgus.Inspection.Configuration;

/// <summary>The password as configured: a hash, or a plain text that is hashed when it is first needed. Shows neither.</summary>
public sealed class DashboardPassword : IEquatable<DashboardPassword>
{
    private static readonly byte[] MarkKey = RandomNumberGenerator.GetBytes(32);

    private readonly string _mark;
    private readonly Lazy<PasswordHash> _hash;

    private DashboardPassword(string configured, Func<PasswordHash> hash)
    {
        // Two readings of a file compare by this; it says nothing beyond the process.
        _mark = Convert.ToHexStringLower(HMACSHA256.HashData(MarkKey, Encoding.UTF8.GetBytes(configured)).AsSpan(0, 4));
        _hash = new Lazy<PasswordHash>(hash);
    }

    /// <summary>What a given password is compared with.</summary>
    public PasswordHash Hash => _hash.Value;

    /// <summary>Reads a configured value.</summary>
    /// <param name="configured">A hash as <c>lumen-argus dashboard password</c> prints it, or a plain text.</param>
    /// <returns>Null for what begins like a hash and is none.</returns>
    public static DashboardPassword? TryRead(string configured)
    {
        ArgumentException.ThrowIfNullOrEmpty(configured);
        if (!configured.StartsWith(PasswordHash.Prefix, StringComparison.Ordinal))
        {
            return new DashboardPassword(configured, () => PasswordHash.Of(configured));
        }

        return PasswordHash.TryParse(configured) is { } hash ? new DashboardPassword(configured, () => hash) : null;
    }

    /// <inheritdoc/>
    public bool Equals(DashboardPassword? other) => other is not null && _mark == other._mark;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DashboardPassword);

    /// <inheritdoc/>
    public override int GetHashCode() => _mark.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => $"(set, {_mark})";
}
