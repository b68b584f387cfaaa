using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Fields;

namespace LumenArgus.Scanning.Fingerprints;

/// <summary>
/// Fingerprints of units: HMAC-SHA-256 over the bytes as they stand in the body and over everything else that decides about them, cut to 128 bits.
/// Nothing is unescaped, decoded or normalised first.
/// </summary>
internal readonly ref struct UnitHash(BodyDocument document, IncrementalHash hash, FingerprintContext context)
{
    private const int HeaderBytes = 32;
    private const int GatheredBytes = 2048;

    private const byte IsContainer = 1;
    private const byte IsInArray = 2;
    private const byte IsAtTop = 4;
    private const byte IsLatestTurn = 8;

    [SkipLocalsInit]
    public UInt128 Of(in TextUnit unit)
    {
        var table = document.Table;
        ref readonly var first = ref table.Fields[unit.FirstField];
        var name = !unit.IsContainer && first.Kind != FieldKind.PropertyName && first.Container >= 0 && first.Key >= 0 ? table.Raw(first.Key) : default;
        Span<byte> header = stackalloc byte[HeaderBytes];
        header.Clear();
        header[0] = (byte)((unit.IsContainer ? IsContainer : 0) | (unit.IsInArray ? IsInArray : 0)
            | (context.WithTurns && document.IsLatestTurn(unit.FirstField) ? IsLatestTurn : 0));
        header[1] = (byte)context.Stages;
        header[2] = (byte)first.Kind;
        var around = unit.IsContainer ? table.Containers[unit.Container].Parent : unit.Container;
        if (around >= 0)
        {
            // A name means something at the top of a body only, and the nearest label around decides where there is none inside.
            header[0] |= table.Containers[around].Parent < 0 ? IsAtTop : (byte)0;
            header[3] = (byte)(document.ContainerRole(around) + 1);
            var (labels, place) = document.PlaceOf(around);
            BinaryPrimitives.WriteInt32LittleEndian(header[4..], place);
            BinaryPrimitives.WriteInt32LittleEndian(header[28..], labels);
        }

        BinaryPrimitives.WriteInt64LittleEndian(header[8..], context.Generation);
        BinaryPrimitives.WriteInt32LittleEndian(header[16..], unit.EndField - unit.FirstField);
        BinaryPrimitives.WriteInt32LittleEndian(header[20..], unit.RawEnd - unit.RawStart);
        BinaryPrimitives.WriteInt32LittleEndian(header[24..], name.Length);
        var input = new GatheredInput(hash, stackalloc byte[GatheredBytes]);
        input.Add(header);
        input.Add(name);
        if (!unit.IsContainer)
        {
            AddNamesAround(ref input, in unit, around);
        }

        if (context.WithSourceFiles)
        {
            AddSourceFiles(ref input, in unit);
        }

        input.Add(document.Body.Span[unit.RawStart..unit.RawEnd]);
        input.Flush();
        Span<byte> digest = stackalloc byte[HMACSHA256.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        return MemoryMarshal.Read<UInt128>(digest);
    }

    // An element of an array is read with the array's name or with the option before it, a key with the name of its object: these can stand before the unit.
    private void AddNamesAround(ref GatheredInput input, in TextUnit unit, int around)
    {
        var table = document.Table;
        var owner = around >= 0 && table.Containers[around].Key is >= 0 and var key ? table.Raw(key) : default;
        var option = unit.FirstField > 0 && table.Fields[unit.FirstField - 1] is { Kind: FieldKind.Value } before && before.Container == unit.Container && table.Raw(unit.FirstField - 1) is [(byte)'-', ..] and var raw ? raw : default;
        Span<byte> lengths = stackalloc byte[2 * sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(lengths, owner.Length);
        BinaryPrimitives.WriteInt32LittleEndian(lengths[sizeof(int)..], option.Length);
        input.Add(lengths);
        input.Add(owner);
        input.Add(option);
    }

    // Which file a result was read from is told by another unit.
    private void AddSourceFiles(ref GatheredInput input, in TextUnit unit)
    {
        string? last = null;
        Span<byte> place = stackalloc byte[2 * sizeof(int)];
        for (var container = Math.Max(0, unit.Container); container < unit.EndContainer; container++)
        {
            if (document.SourceFileOfContainer(container) is { } file && file != last)
            {
                last = file;
                BinaryPrimitives.WriteInt32LittleEndian(place, container - unit.Container);
                BinaryPrimitives.WriteInt32LittleEndian(place[sizeof(int)..], file.Length);
                input.Add(place);
                input.Add(MemoryMarshal.AsBytes(file.AsSpan()));
            }
        }
    }

    // A call into the cryptography library costs as much as a hundred bytes: what is short goes there together.
    private ref struct GatheredInput(IncrementalHash hash, Span<byte> gathered)
    {
        private readonly Span<byte> _gathered = gathered;
        private int _length;

        public void Add(scoped ReadOnlySpan<byte> bytes)
        {
            if (bytes.TryCopyTo(_gathered[_length..]))
            {
                _length += bytes.Length;
                return;
            }

            Flush();
            hash.AppendData(bytes);
        }

        public void Flush()
        {
            hash.AppendData(_gathered[.._length]);
            _length = 0;
        }
    }
}
