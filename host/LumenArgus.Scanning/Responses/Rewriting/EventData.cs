using System.Buffers;

namespace LumenArgus.Scanning.Responses.Rewriting;

/// <summary>The data of one event: of server-sent events what stands in its data lines, joined by line feeds; of other streams the event itself.</summary>
internal sealed class EventData
{
    private readonly ArrayBufferWriter<byte> _joined = new();
    private readonly List<(int Data, int Raw)> _lines = [];

    /// <summary>Finds the data.</summary>
    /// <param name="raw">The event.</param>
    /// <param name="isServerSent">Whether it is a server-sent event.</param>
    /// <returns>The data; a part of the event where it is in one line.</returns>
    public ReadOnlySpan<byte> Read(ReadOnlySpan<byte> raw, bool isServerSent)
    {
        _joined.ResetWrittenCount();
        _lines.Clear();
        if (!isServerSent)
        {
            _lines.Add((0, 0));
            return raw;
        }

        ReadOnlySpan<byte> first = default;
        for (var start = 0; start < raw.Length;)
        {
            var end = raw[start..].IndexOfAny((byte)'\n', (byte)'\r');
            end = end < 0 ? raw.Length : start + end;
            var line = raw[start..end];
            if (line.StartsWith("data:"u8))
            {
                var skipped = line.Length > 5 && line[5] == ' ' ? 6 : 5;
                Add(line[skipped..], start + skipped, ref first);
            }

            start = end + 1;
        }

        return _lines.Count < 2 ? first : _joined.WrittenSpan;
    }

    /// <summary>Where in the event a byte of the data stands.</summary>
    public int ToRaw(int position)
    {
        var line = _lines.Count - 1;
        while (_lines[line].Data > position)
        {
            line--;
        }

        return _lines[line].Raw + position - _lines[line].Data;
    }

    private void Add(ReadOnlySpan<byte> line, int raw, ref ReadOnlySpan<byte> first)
    {
        if (_lines.Count == 0)
        {
            _lines.Add((0, raw));
            first = line;
            return;
        }

        if (_lines.Count == 1)
        {
            _joined.Write(first);
        }

        _joined.Write("\n"u8);
        _lines.Add((_joined.WrittenCount, raw));
        _joined.Write(line);
    }
}
