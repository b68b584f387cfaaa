using System.Globalization;
using System.Text;
using LumenArgus.Storage.Files;

namespace LumenArgus.Host.Logging;

/// <summary>
/// <c>lumen-argus.log</c>, which moves to <c>.1</c>, <c>.2</c>, ... when it is full. Every file is 0600 from the moment it exists. For one thread.
/// </summary>
internal sealed class RotatingFile(string directory, long maxBytes, int backups) : IDisposable
{
    public const string FileName = "lumen-argus.log";

    private FileStream? _stream;

    public string FilePath { get; } = Path.Combine(directory, FileName);

    /// <summary>Appends whole lines, rotating before them if they do not fit any more.</summary>
    /// <exception cref="IOException">The disk refuses; the next call tries again.</exception>
    public void Write(string lines)
    {
        var bytes = Encoding.UTF8.GetBytes(lines);
        var stream = _stream ??= Open();

        // Asked for each time: a second process with the same home appends to the same file.
        var length = RandomAccess.GetLength(stream.SafeFileHandle);
        if (length > 0 && length + bytes.Length > maxBytes)
        {
            Rotate();
            stream = _stream ??= Open();
            length = RandomAccess.GetLength(stream.SafeFileHandle);
        }

        RandomAccess.Write(stream.SafeFileHandle, bytes, length);
    }

    public void Dispose()
    {
        _stream?.Dispose();
        _stream = null;
    }

    private FileStream Open()
    {
        PrivateFiles.CreateDirectory(directory);
        return PrivateFiles.OpenAppend(FilePath);
    }

    private void Rotate()
    {
        Dispose();
        if (backups == 0)
        {
            File.Delete(FilePath);
            return;
        }

        for (var number = backups - 1; number >= 1; number--)
        {
            if (File.Exists(Numbered(number)))
            {
                File.Move(Numbered(number), Numbered(number + 1), overwrite: true);
            }
        }

        File.Move(FilePath, Numbered(1), overwrite: true);
    }

    private string Numbered(int number) => FilePath + "." + number.ToString(CultureInfo.InvariantCulture);
}
