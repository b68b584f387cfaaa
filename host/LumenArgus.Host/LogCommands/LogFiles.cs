using System.Globalization;
using System.Text;
using LumenArgus.Host.Logging;

namespace LumenArgus.Host.LogCommands;

/// <summary>The files of the application log, with those that a rotation has put aside.</summary>
internal static class LogFiles
{
    // More than a hundred lines have, but for the longest stacks.
    private const int TailBytes = 256 * 1024;

    /// <summary>The paths, the oldest first.</summary>
    public static IEnumerable<string> Find(string directory)
    {
        if (!Directory.Exists(directory))
        {
            return [];
        }

        // lumen-argus.log.5 is older than .4; the one without a number is the newest.
        return Directory.GetFiles(directory, RotatingFile.FileName + "*")
            .Select(static path => (Path: path, Number: NumberOf(Path.GetFileName(path))))
            .Where(static file => file.Number >= 0)
            .OrderByDescending(static file => file.Number)
            .Select(static file => file.Path);
    }

    /// <summary>All lines, the oldest first. All files are opened at once: one keeps its content when a rotation gives it another name meanwhile.</summary>
    /// <exception cref="IOException">One cannot be opened.</exception>
    public static IEnumerable<string> Lines(string directory)
    {
        var readers = new List<StreamReader>();
        try
        {
            readers.AddRange(Find(directory).Select(Open));
            return Read(readers);
        }
        catch
        {
            readers.ForEach(static reader => reader.Dispose());
            throw;
        }
    }

    /// <summary>The newest lines of the newest file, the oldest of them first.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static IReadOnlyList<string> Tail(string directory, int count)
    {
        if (Find(directory).LastOrDefault() is not { } path)
        {
            return [];
        }

        using var reader = Open(path);
        var isCut = reader.BaseStream.Length > TailBytes;
        reader.BaseStream.Seek(isCut ? -TailBytes : 0, isCut ? SeekOrigin.End : SeekOrigin.Begin);
        var lines = new Queue<string>(count + 1);
        while (reader.ReadLine() is { } line)
        {
            if (!isCut)
            {
                lines.Enqueue(line);
            }

            isCut = false;
            if (lines.Count > count)
            {
                lines.Dequeue();
            }
        }

        return [.. lines];
    }

    public static StreamReader Open(string path) =>
        new(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete), Encoding.UTF8);

    private static IEnumerable<string> Read(List<StreamReader> readers)
    {
        try
        {
            foreach (var reader in readers)
            {
                while (reader.ReadLine() is { } line)
                {
                    yield return line;
                }
            }
        }
        finally
        {
            readers.ForEach(static reader => reader.Dispose());
        }
    }

    private static int NumberOf(string name) => name == RotatingFile.FileName ? 0
        : name.Length > RotatingFile.FileName.Length + 1 && name[RotatingFile.FileName.Length] == '.'
            && int.TryParse(name.AsSpan(RotatingFile.FileName.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : -1;
}
