namespace LumenArgus.Forwarding.Bodies;

/// <summary>How far a coded body may unfold.</summary>
/// <param name="MaxDecodedBytes">Largest result of any layer, in bytes.</param>
/// <param name="MaxRatio">Largest result of any layer as a multiple of the body on the wire. The first 4 MB are always allowed: short repetitive bodies are no attack.</param>
public sealed record DecodeLimits(long MaxDecodedBytes = 256L * 1024 * 1024, int MaxRatio = 250)
{
    private const long AlwaysAllowedBytes = 4L * 1024 * 1024;

    public static DecodeLimits Default { get; } = new();

    internal long MaxBytesFor(int rawBytes) =>
        Math.Min(Math.Min(MaxDecodedBytes, Array.MaxLength), Math.Max(AlwaysAllowedBytes, (long)rawBytes * MaxRatio));
}
