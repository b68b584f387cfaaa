using LumenArgus.Abstractions.Model;

namespace LumenArgus.Scanning.Edits;

/// <summary>Leaves ranges of a body out. All else stays byte for byte.</summary>
public static class SpanRemover
{
    /// <summary>Copies what stays.</summary>
    /// <param name="body">The body.</param>
    /// <param name="removals">Ranges inside it, in order, of which none shares a byte with another.</param>
    /// <returns>The new body.</returns>
    public static byte[] Apply(ReadOnlySpan<byte> body, IReadOnlyCollection<ByteSpan> removals)
    {
        ArgumentNullException.ThrowIfNull(removals);
        var output = new byte[body.Length - removals.Sum(static removal => removal.Length)];
        var (read, written) = (0, 0);
        foreach (var removal in removals)
        {
            var kept = body[read..removal.Start];
            kept.CopyTo(output.AsSpan(written));
            written += kept.Length;
            read = removal.End;
        }

        body[read..].CopyTo(output.AsSpan(written));
        return output;
    }
}
