using System.Security.Cryptography;
using System.Text;
using LumenArgus.Storage.Files;

namespace LumenArgus.Dashboard.Access;

/// <summary>The token of the file, which its owner alone can read. It lasts, so that scripts can use it.</summary>
internal sealed class AccessToken
{
    private const int Length = 64;

    private readonly byte[] _bytes;

    private AccessToken(string text) => (Text, _bytes) = (text, Encoding.ASCII.GetBytes(text));

    /// <summary>64 hexadecimal digits.</summary>
    public string Text { get; }

    /// <summary>Reads the file; makes it where it is missing or holds no token.</summary>
    /// <exception cref="IOException">It can neither be read nor made.</exception>
    /// <exception cref="UnauthorizedAccessException">It can neither be read nor made.</exception>
    public static AccessToken LoadOrCreate(string path)
    {
        if (TryRead(path) is { } token)
        {
            return token;
        }

        PrivateFiles.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.{Guid.NewGuid():N}";
        try
        {
            using (var file = PrivateFiles.CreateNew(temporary))
            {
                file.Write(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Length / 2)) + "\n"));
            }

            // Under its name it appears whole or not at all.
            if (File.Exists(path))
            {
                File.Move(temporary, path, overwrite: true);
            }
            else
            {
                PrivateFiles.MoveNew(temporary, path);
            }
        }
        catch (IOException) when (TryRead(path) is not null)
        {
            // Another process was faster: its token counts.
        }
        finally
        {
            File.Delete(temporary);
        }

        return TryRead(path) ?? throw new IOException($"{path} cannot be read back.");
    }

    /// <summary>Whether a text is the token; how long it takes does not tell how much of it is right.</summary>
    public bool Matches(string? text) => text is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(text), _bytes);

    private static AccessToken? TryRead(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) | PrivateFiles.OwnerOnly) != PrivateFiles.OwnerOnly)
        {
            File.SetUnixFileMode(path, PrivateFiles.OwnerOnly);
        }

        var text = File.ReadAllText(path).Trim();
        return text.Length == Length && text.All(char.IsAsciiHexDigitLower) ? new AccessToken(text) : null;
    }
}
