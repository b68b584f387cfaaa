using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace LumenArgus.PluginRuntime.Isolation.Wire;

/// <summary>Writes the parts of a message: numbers of fixed length, texts as UTF-8 behind their length.</summary>
internal sealed class WireWriter
{
    private const int NoText = -1;

    private readonly ArrayBufferWriter<byte> _buffer = new();

    public ReadOnlySpan<byte> Written => _buffer.WrittenSpan;

    public void Byte(byte value)
    {
        _buffer.GetSpan(1)[0] = value;
        _buffer.Advance(1);
    }

    public void Flag(bool value) => Byte(value ? (byte)1 : (byte)0);

    public void Number(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_buffer.GetSpan(sizeof(int)), value);
        _buffer.Advance(sizeof(int));
    }

    public void Number(double value)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(_buffer.GetSpan(sizeof(double)), value);
        _buffer.Advance(sizeof(double));
    }

    public void Text(string? value)
    {
        if (value is null)
        {
            Number(NoText);
            return;
        }

        var length = Encoding.UTF8.GetByteCount(value);
        Number(length);
        Encoding.UTF8.GetBytes(value, _buffer.GetSpan(length));
        _buffer.Advance(length);
    }

    public void Characters(string value)
    {
        // Not as UTF-8: half a surrogate pair has to come out as it went in, or the places behind it would move.
        Number(value.Length);
        System.Runtime.InteropServices.MemoryMarshal.AsBytes(value.AsSpan()).CopyTo(_buffer.GetSpan(value.Length * sizeof(char)));
        _buffer.Advance(value.Length * sizeof(char));
    }

    public void Raw(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_buffer.GetSpan(bytes.Length));
        _buffer.Advance(bytes.Length);
    }

    public void Texts(IReadOnlyCollection<string> values)
    {
        Number(values.Count);
        foreach (var value in values)
        {
            Text(value);
        }
    }
}
