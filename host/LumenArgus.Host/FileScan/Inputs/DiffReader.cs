using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace LumenArgus.Host.FileScan.Inputs;

/// <summary>
/// Takes the added lines out of a unified diff, file by file, with their numbers in the new file. Lines that do not follow each other are kept apart by an
/// empty one, so that nothing is found across a gap. The counts of a hunk say what is content: a line of it can look like a header.
/// </summary>
internal sealed class DiffReader
{
    private readonly List<ScanTarget> _targets = [];
    private readonly List<int> _numbers = [];
    private readonly ArrayBufferWriter<byte> _text = new();
    private string? _file;
    private int _oldLeft;
    private int _newLeft;
    private int _newLine;

    public static IReadOnlyList<ScanTarget> Read(ReadOnlySpan<byte> diff)
    {
        var reader = new DiffReader();
        while (!diff.IsEmpty)
        {
            var length = diff.IndexOf((byte)'\n') is >= 0 and var end ? end : diff.Length;
            reader.AddLine(diff[..length]);
            diff = diff[Math.Min(diff.Length, length + 1)..];
        }

        reader.EndFile();
        return reader._targets;
    }

    private void AddLine(ReadOnlySpan<byte> line)
    {
        if (_oldLeft > 0 || _newLeft > 0)
        {
            AddContent(line);
        }
        else if (line.StartsWith("diff --git "u8))
        {
            EndFile();
        }
        else if (line.StartsWith("+++ "u8))
        {
            _file = FileName(line[4..]);
        }
        else if (line.StartsWith("@@ -"u8))
        {
            BeginHunk(line[4..]);
        }
    }

    private void AddContent(ReadOnlySpan<byte> line)
    {
        switch (line.IsEmpty ? ' ' : (char)line[0])
        {
            case '+':
                _newLeft--;
                Keep(line[1..]);
                _newLine++;
                break;
            case '-':
                _oldLeft--;
                break;
            case '\\':
                // "No newline at end of file" is about the line before it.
                break;
            default:
                _oldLeft--;
                _newLeft--;
                _newLine++;
                break;
        }
    }

    private void Keep(ReadOnlySpan<byte> line)
    {
        if (_numbers.Count > 0 && _numbers[^1] != _newLine - 1)
        {
            _numbers.Add(0);
            _text.Write("\n"u8);
        }

        _numbers.Add(_newLine);
        _text.Write(line);
        _text.Write("\n"u8);
    }

    private void EndFile()
    {
        if (_file is not null && _numbers.Count > 0)
        {
            var text = WideLines.ToUtf8(_text.WrittenSpan, fromStart: _numbers[0] == 1);
            _targets.Add(new ScanTarget(_file, text) { SourceFile = _file, IsBinary = TextBytes.IsBinary(text), LineNumbers = [.. _numbers] });
        }

        _file = null;
        _numbers.Clear();
        _text.ResetWrittenCount();
    }

    // "@@ -12,3 +14 @@": a count that is left out is 1.
    private void BeginHunk(ReadOnlySpan<byte> ranges)
    {
        var (_, oldCount, used) = Range(ranges);
        var plus = ranges[used..].IndexOf((byte)'+');
        var (newStart, newCount, _) = Range(ranges[(used + plus + 1)..]);
        (_oldLeft, _newLeft, _newLine) = (oldCount, newCount, newStart);
    }

    private static (int Start, int Count, int Used) Range(ReadOnlySpan<byte> text)
    {
        var start = Number(text, out var used);
        if (used >= text.Length || text[used] != ',')
        {
            return (start, 1, used);
        }

        var count = Number(text[(used + 1)..], out var more);
        return (start, count, used + 1 + more);
    }

    private static int Number(ReadOnlySpan<byte> text, out int used) =>
        Utf8Parser.TryParse(text, out int value, out used) ? value : throw new GitException("the output of git diff has a hunk without line numbers");

    private static string? FileName(ReadOnlySpan<byte> header)
    {
        // A name with a space has a tab behind it; one with control characters is quoted as in C.
        var name = header.StartsWith("\""u8) ? Unquote(header) : Encoding.UTF8.GetString(header.TrimEnd("\t\r"u8));
        return name == "/dev/null" ? null : name.StartsWith("b/", StringComparison.Ordinal) ? name[2..] : name;
    }

    private static string Unquote(ReadOnlySpan<byte> quoted)
    {
        var bytes = new List<byte>(quoted.Length);
        for (var i = 1; i < quoted.Length && quoted[i] != '"'; i++)
        {
            if (quoted[i] != '\\' || i + 1 >= quoted.Length)
            {
                bytes.Add(quoted[i]);
                continue;
            }

            i++;
            if (quoted[i] is >= (byte)'0' and <= (byte)'3' && i + 2 < quoted.Length)
            {
                bytes.Add((byte)(((quoted[i] - '0') * 64) + ((quoted[i + 1] - '0') * 8) + (quoted[i + 2] - '0')));
                i += 2;
                continue;
            }

            bytes.Add(quoted[i] switch
            {
                (byte)'a' => 7,
                (byte)'b' => 8,
                (byte)'t' => 9,
                (byte)'n' => 10,
                (byte)'v' => 11,
                (byte)'f' => 12,
                (byte)'r' => 13,
                var other => other,
            });
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}
