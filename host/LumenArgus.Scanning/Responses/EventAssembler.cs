using System.Buffers;

namespace LumenArgus.Scanning.Responses;

/// <summary>Server-sent events: the data lines of one event are one JSON value. Lines of other fields and comments are kept as they are.</summary>
internal sealed class EventAssembler(int maxBytes) : LineAssembler(maxBytes)
{
    private readonly ArrayBufferWriter<byte> _data = new();
    private bool _hasData;

    protected override void TakeLine(ReadOnlySpan<byte> line)
    {
        if (line.IsEmpty)
        {
            EndEvents();
        }
        else if (line.StartsWith("data:"u8))
        {
            var data = line["data:"u8.Length..];
            AddData(data.StartsWith(" "u8) ? data[1..] : data);
        }
        else
        {
            Texts.AddText(line);
        }
    }

    protected override void EndEvents()
    {
        if (_data.WrittenCount > 0)
        {
            Texts.AddEvent(_data.WrittenSpan);
            _data.ResetWrittenCount();
        }

        _hasData = false;
    }

    private void AddData(ReadOnlySpan<byte> data)
    {
        if (_hasData && _data.WrittenCount < MaxBytes)
        {
            _data.Write("\n"u8);
        }

        var kept = Math.Min(data.Length, MaxBytes - _data.WrittenCount);
        _data.Write(data[..kept]);
        _hasData = true;
        Texts.LeaveOut(data.Length - kept);
    }
}
