using System.Runtime.InteropServices;

namespace LumenArgus.Forwarding.Codecs;

/// <summary>The system's libzstd, looked up by its usual names; .NET 10 has no zstd of its own. Null when it is not installed.</summary>
internal sealed unsafe class ZstdLibrary
{
    private static readonly string[] UsualNames = ["libzstd.so.1", "libzstd.1.dylib", "/opt/homebrew/lib/libzstd.1.dylib", "/usr/local/lib/libzstd.1.dylib", "libzstd.dll", "zstd.dll"];
    private static readonly Lazy<ZstdLibrary?> Loaded = new(static () => TryLoad(UsualNames));

    private readonly delegate* unmanaged<nint> _createDecoder;
    private readonly delegate* unmanaged<nint, nuint> _freeDecoder;
    private readonly delegate* unmanaged<nint, Buffer*, Buffer*, nuint> _decode;
    private readonly delegate* unmanaged<nuint, nuint> _bound;
    private readonly delegate* unmanaged<byte*, nuint, byte*, nuint, int, nuint> _encode;
    private readonly delegate* unmanaged<nuint, uint> _isError;

    private ZstdLibrary(nint library)
    {
        _createDecoder = (delegate* unmanaged<nint>)NativeLibrary.GetExport(library, "ZSTD_createDStream");
        _freeDecoder = (delegate* unmanaged<nint, nuint>)NativeLibrary.GetExport(library, "ZSTD_freeDStream");
        _decode = (delegate* unmanaged<nint, Buffer*, Buffer*, nuint>)NativeLibrary.GetExport(library, "ZSTD_decompressStream");
        _bound = (delegate* unmanaged<nuint, nuint>)NativeLibrary.GetExport(library, "ZSTD_compressBound");
        _encode = (delegate* unmanaged<byte*, nuint, byte*, nuint, int, nuint>)NativeLibrary.GetExport(library, "ZSTD_compress");
        _isError = (delegate* unmanaged<nuint, uint>)NativeLibrary.GetExport(library, "ZSTD_isError");
    }

    public static ZstdLibrary? System => Loaded.Value;

    public static ZstdLibrary? TryLoad(ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (NativeLibrary.TryLoad(name, out var library))
            {
                return new ZstdLibrary(library);
            }
        }

        return null;
    }

    /// <summary>All frames of the source (RFC 8878, 3.1), one after the other.</summary>
    public LayerResult Decode(ReadOnlySpan<byte> source, BoundedOutput output)
    {
        var decoder = _createDecoder();
        if (decoder == 0)
        {
            throw new InvalidOperationException("libzstd could not allocate a decoder.");
        }

        try
        {
            fixed (byte* sourceStart = source)
            {
                var input = new Buffer { Start = sourceStart, Size = (nuint)source.Length };
                return Decode(decoder, ref input, output);
            }
        }
        finally
        {
            _freeDecoder(decoder);
        }
    }

    public byte[] Encode(ReadOnlySpan<byte> source)
    {
        const int defaultLevel = 3;
        var target = new byte[checked((int)_bound((nuint)source.Length))];
        fixed (byte* from = source)
        fixed (byte* to = target)
        {
            var written = _encode(to, (nuint)target.Length, from, (nuint)source.Length, defaultLevel);
            return _isError(written) == 0 ? target[..(int)written] : throw new InvalidOperationException("libzstd could not encode the body.");
        }
    }

    private LayerResult Decode(nint decoder, ref Buffer input, BoundedOutput output)
    {
        while (true)
        {
            var room = output.GetMemory().Span;
            fixed (byte* roomStart = room)
            fixed (Buffer* inputPointer = &input)
            {
                var target = new Buffer { Start = roomStart, Size = (nuint)room.Length };
                var before = input.Position;
                var expected = _decode(decoder, &target, inputPointer);
                if (_isError(expected) != 0)
                {
                    output.AdvanceOver(room);
                    return LayerResult.Corrupt;
                }

                output.Advance((int)target.Position);
                var progressed = target.Position > 0 || input.Position > before;
                if (expected == 0 && input.Position == input.Size)
                {
                    return LayerResult.Complete;
                }

                // No progress with room to write means that the input ends inside a frame.
                if (!progressed)
                {
                    return room.IsEmpty ? LayerResult.TooLarge : LayerResult.Cut;
                }
            }
        }
    }

    /// <summary>ZSTD_inBuffer and ZSTD_outBuffer, which have the same layout.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Buffer
    {
        public byte* Start;
        public nuint Size;
        public nuint Position;
    }
}
