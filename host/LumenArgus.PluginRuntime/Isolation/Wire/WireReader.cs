using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;

namespace LumenArgus.PluginRuntime.Isolation.Wire;

/// <summary>Reads what <see cref="WireWriter"/> wrote. The other end may be anything: each length is held against what is there.</summary>
/// <param name="message">The message.</param>
internal ref struct WireReader(ReadOnlySpan<byte> message)
{
    private ReadOnlySpan<byte> _rest = message;

    public readonly int Left => _rest.Length;

    public byte Byte() => Take(1)[0];

    public bool Flag() => Byte() switch
    {
        0 => false,
        1 => true,
        _ => throw Wrong(),
    };

    public int Number() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));

    public double Real() => BinaryPrimitives.ReadDoubleLittleEndian(Take(sizeof(double)));

    /// <summary>A number of things of which each takes some bytes.</summary>
    public int Count(int bytesEach)
    {
        var count = Number();
        return count >= 0 && (long)count * bytesEach <= _rest.Length ? count : throw Wrong();
    }

    public string? TextOrNull()
    {
        var length = Number();
        return length == -1 ? null : Encoding.UTF8.GetString(Take(length));
    }

    public string Text() => TextOrNull() ?? throw Wrong();

    public string Characters() => new(MemoryMarshal.Cast<byte, char>(Take(Count(sizeof(char)) * sizeof(char))));

    public ImmutableArray<string> Texts()
    {
        var texts = ImmutableArray.CreateBuilder<string>(Count(sizeof(int)));
        for (var i = texts.Capacity; i > 0; i--)
        {
            texts.Add(Text());
        }

        return texts.MoveToImmutable();
    }

    public T Choice<T>()
        where T : struct, Enum
    {
        var value = (T)Enum.ToObject(typeof(T), (int)Byte());
        return Enum.IsDefined(value) ? value : throw Wrong();
    }

    /// <summary>All that is left.</summary>
    public ReadOnlySpan<byte> Rest() => Take(_rest.Length);

    private static InvalidDataException Wrong() => new("The message is not one of this host's.");

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length < 0 || length > _rest.Length)
        {
            throw Wrong();
        }

        var taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }
}
