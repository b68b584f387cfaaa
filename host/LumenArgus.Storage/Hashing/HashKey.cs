using System.Buffers;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using LumenArgus.Storage.Files;

namespace LumenArgus.Storage.Hashing;

/// <summary>
/// The secret key of every hash that is stored or compared: of values, of findings, of API keys. Keyed, because what is hashed is often short: all card
/// numbers or birthdays can be tried against a hash without a key.
/// </summary>
public sealed class HashKey
{
    /// <summary>Bytes of the key and of its file.</summary>
    public const int Size = 32;

    private const int StackBytes = 512;

    private readonly byte[] _key;

    // To begin one costs twice what a short text does.
    private readonly ConcurrentBag<IncrementalHash> _hashes = [];

    private HashKey(byte[] key, string? problem) => (_key, Problem) = (key, problem);

    /// <summary>Why the key of the file is not used; null if it is. The key is then a random one of this process: hashes mean nothing after its end.</summary>
    public string? Problem { get; }

    /// <summary>Whether the hashes of this key can be compared with those of other runs.</summary>
    public bool IsLasting => Problem is null;

    /// <summary>Reads the key, or makes it.</summary>
    /// <param name="path">The file, made with mode 0600 and never replaced.</param>
    /// <returns>The key of the file, or a key of this process with the reason. Never a short or an empty one.</returns>
    public static HashKey LoadOrCreate(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            if (InTheWay(path) is { } obstacle)
            {
                return Unusable(path, obstacle);
            }

            if (!File.Exists(path))
            {
                Create(path);
            }

            return Read(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Unusable(path, exception.Message.TrimEnd('.'));
        }
    }

    /// <summary>A key of this process.</summary>
    /// <param name="problem">Why there is no lasting one.</param>
    /// <returns>A random key.</returns>
    public static HashKey Temporary(string problem) => new(RandomNumberGenerator.GetBytes(Size), problem);

    /// <summary>The hash of a text.</summary>
    /// <param name="text">For example a matched value.</param>
    /// <returns>HMAC-SHA-256 of its UTF-8 bytes, 64 hexadecimal digits.</returns>
    public string Hash(ReadOnlySpan<char> text)
    {
        var size = Encoding.UTF8.GetMaxByteCount(text.Length);
        var rented = size > StackBytes ? ArrayPool<byte>.Shared.Rent(size) : null;
        var bytes = rented ?? stackalloc byte[StackBytes];
        Span<byte> digest = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var used = bytes[..Encoding.UTF8.GetBytes(text, bytes)];
        Hash(used, digest);

        // What was hashed is a secret: no copy stays behind.
        CryptographicOperations.ZeroMemory(used);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return Convert.ToHexStringLower(digest);
    }

    /// <summary>The hash of bytes.</summary>
    /// <param name="data">What to hash.</param>
    /// <returns>HMAC-SHA-256, 64 hexadecimal digits.</returns>
    public string Hash(ReadOnlySpan<byte> data)
    {
        Span<byte> digest = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Hash(data, digest);
        return Convert.ToHexStringLower(digest);
    }

    /// <summary>Hashes bytes.</summary>
    /// <param name="data">What to hash.</param>
    /// <param name="digest">Takes the HMAC-SHA-256, 32 bytes.</param>
    internal void Hash(ReadOnlySpan<byte> data, Span<byte> digest)
    {
        var hash = _hashes.TryTake(out var used) ? used : IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        hash.AppendData(data);
        hash.GetHashAndReset(digest);
        _hashes.Add(hash);
    }

    private static HashKey Unusable(string path, string reason) => Temporary($"The key file {path} cannot be used ({reason}): values are not hashed.");

    // What the system would say of these helps nobody: that the file exists, or does not.
    private static string? InTheWay(string path) =>
        Directory.Exists(path) ? "there is a folder in its place"
        : new FileInfo(path) is { LinkTarget: { } target } link && link.ResolveLinkTarget(returnFinalTarget: true) is { Exists: false } ? $"it is a link to {target}, which is not there"
        : null;

    private static void Create(string path)
    {
        PrivateFiles.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.{Guid.NewGuid():N}";
        try
        {
            using (var file = PrivateFiles.CreateNew(temporary))
            {
                file.Write(RandomNumberGenerator.GetBytes(Size));
                file.Flush(flushToDisk: true);
            }

            // Under its name it appears whole or not at all, and one that another process has made meanwhile stays.
            PrivateFiles.MoveNew(temporary, path);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Theirs counts.
        }
        finally
        {
            // Also where the disk is full: half a key is no key, and a new one is tried with each start.
            File.Delete(temporary);
        }
    }

    private static HashKey Read(string path)
    {
        // A key that is mounted read-only has fewer rights, and they cannot be changed.
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) | PrivateFiles.OwnerOnly) != PrivateFiles.OwnerOnly)
        {
            File.SetUnixFileMode(path, PrivateFiles.OwnerOnly);
        }

        // One byte more than a key has: longer files show.
        Span<byte> content = stackalloc byte[Size + 1];
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        var length = file.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
        return length == Size
            ? new HashKey(content[..Size].ToArray(), problem: null)
            : Temporary($"The key file {path} does not have {Size} bytes: values are not hashed. Restore it from a backup, or delete it and the next start makes a new one.");
    }
}
