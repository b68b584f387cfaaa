using LumenArgus.Inspection.Generations;
using LumenArgus.Inspection.Modes;
using LumenArgus.Inspection.Records;

namespace LumenArgus.Inspection.Responses;

/// <summary>
/// Sees a stream of messages of the Model Context Protocol pass. One that a client has opened with GET never ends: so each part that ends with a whole event is scanned at once, with the
/// generation and the mode of that moment, and between two events no generation is held.
/// </summary>
/// <param name="scanner">Scans.</param>
/// <param name="current">The generation in use.</param>
/// <param name="mode">Whether anything is looked at.</param>
/// <param name="head">What the head of the response says.</param>
/// <param name="record">The record of the exchange as it is when asked for.</param>
public sealed class MessageStreamWatch(ResponseScanner scanner, CurrentGeneration current, ModeSwitch mode, ResponseHead head, Func<ExchangeRecord> record) : IDisposable
{
    private const uint TwoBytes = 0xFFFF;

    private ResponseWatch? _part;
    private uint _lastBytes;

    /// <summary>Takes a chunk that is on its way. Never throws.</summary>
    /// <param name="chunk">The bytes.</param>
    public void Take(ReadOnlySpan<byte> chunk)
    {
        _part ??= Begin();
        _part?.Take(chunk);
        foreach (var value in chunk[Math.Max(0, chunk.Length - sizeof(uint))..])
        {
            _lastBytes = (_lastBytes << 8) | value;
        }

        // An empty line: LF LF, CR CR or CR LF CR LF.
        if ((_lastBytes & TwoBytes) is 0x0A0A or 0x0D0D || _lastBytes == 0x0D0A0D0A)
        {
            End(isWhole: true);
        }
    }

    /// <summary>Ends the part that has come.</summary>
    /// <param name="isWhole">Whether it came to its end.</param>
    public void End(bool isWhole)
    {
        _part?.End(record(), isWhole);
        _part = null;
    }

    /// <inheritdoc/>
    public void Dispose() => _part?.Dispose();

    private ResponseWatch? Begin()
    {
        if (mode.IsPassthrough)
        {
            return null;
        }

        using var lease = current.Acquire();
        return lease is null ? null : scanner.Watch(lease.Generation, head);
    }
}
