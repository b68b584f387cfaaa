using System.Collections.Immutable;
using LumenArgus.Forwarding.Codecs;

namespace LumenArgus.Forwarding.Bodies;

/// <summary>
/// Undoes content codings so that a body can be looked at; the body that is forwarded stays as it came. gzip, deflate, br and zstd, several layers,
/// also where gzip or zstd is recognised only by its magic bytes.
/// </summary>
public static class ContentDecoder
{
    /// <summary>More layers than anyone has a reason to apply.</summary>
    public const int MaxLayers = 4;

    private const string ZstdAbsent = "content coding zstd: libzstd is not installed on this machine";

    /// <param name="contentEncodingValues">The lines of the Content-Encoding header, each of which may be a list.</param>
    /// <param name="budget">Charged without waiting, because the caller already holds the raw body.</param>
    public static DecodedBody Decode(BodyLease raw, IReadOnlyList<string> contentEncodingValues, DecodeLimits limits, BodyBudget budget) =>
        Decode(raw, contentEncodingValues, limits, budget, ZstdLibrary.System);

    /// <summary>Whether a body begins like a compressed one.</summary>
    /// <param name="body">The body.</param>
    /// <returns>True for gzip and zstd; other codings have no mark.</returns>
    public static bool HasMagic(ReadOnlySpan<byte> body) => ContentCodings.TokenFromMagic(body) is not null;

    internal static DecodedBody Decode(BodyLease raw, IReadOnlyList<string> contentEncodingValues, DecodeLimits limits, BodyBudget budget, ZstdLibrary? zstd)
    {
        ArgumentNullException.ThrowIfNull(raw);
        ArgumentNullException.ThrowIfNull(contentEncodingValues);
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(budget);
        var declared = ContentCodings.Parse(contentEncodingValues);
        if (Refuse(declared, zstd) is { } refusal)
        {
            return refusal;
        }

        // The last coding of the list was applied last (RFC 9110, 8.4). An empty body has none, whatever the header says.
        var applied = new Stack<string>(declared);
        var undone = new List<string>();
        var current = raw;
        string? cut = null;
        string? mislabelled = null;
        var maxBytes = limits.MaxBytesFor(raw.Length);
        while (current.Length > 0 && undone.Count < MaxLayers)
        {
            var token = applied.Count > 0 ? applied.Pop() : ContentCodings.TokenFromMagic(current.Memory.Span);
            if (token is null)
            {
                break;
            }

            var (result, body) = DecodeLayer(current, ContentCodings.FromToken(token), maxBytes, budget, zstd);
            if (result is LayerResult.Corrupt or LayerResult.Cut && DecodeInstead(current, token, maxBytes, budget, zstd) is { } other)
            {
                Drop(body);
                mislabelled ??= $"content coding {token}: the body is {other.Token}";
                (result, body, token) = (LayerResult.Complete, other.Body, other.Token);
            }

            undone.Insert(0, token);
            ReleaseIntermediate(current, raw);
            if (result == LayerResult.Cut)
            {
                // The layers below end early too; as far as they go they can be undone.
                cut ??= token;
            }
            else if (result != LayerResult.Complete)
            {
                return Incomplete(result, token, body, isLastLayer: applied.Count == 0, [.. applied.Reverse(), .. undone]);
            }

            current = body!;
        }

        if (current.Length > 0 && ContentCodings.TokenFromMagic(current.Memory.Span) is not null)
        {
            return Incomplete(LayerResult.TooLarge, $"more than {MaxLayers} layers", current == raw ? null : current, isLastLayer: true, [.. undone]);
        }

        if (mislabelled is not null)
        {
            return new DecodedBody(DecodeStatus.Corrupt, current, mislabelled, [.. undone]);
        }

        if (cut is not null)
        {
            return new DecodedBody(DecodeStatus.Cut, current, $"content coding {cut}: the body is cut", [.. applied.Reverse(), .. undone]);
        }

        return current == raw
            ? new DecodedBody(DecodeStatus.Identity, Body: null, "", [])
            : new DecodedBody(DecodeStatus.Decoded, current, "", [.. undone]);
    }

    private static DecodedBody? Refuse(ImmutableArray<string> declared, ZstdLibrary? zstd)
    {
        var unknown = declared.FirstOrDefault(static token => ContentCodings.FromToken(token) == ContentCoding.Unknown);
        var detail = declared.Length > MaxLayers ? $"{declared.Length} content codings, at most {MaxLayers} are undone"
            : unknown is not null ? $"content coding \"{Shorten(unknown)}\" is not known"
            : zstd is null && declared.Contains("zstd") ? ZstdAbsent
            : null;
        return detail is null ? null : new DecodedBody(DecodeStatus.Unsupported, Body: null, detail, declared);
    }

    private static (LayerResult Result, BodyLease? Body) DecodeLayer(BodyLease source, ContentCoding coding, long maxBytes, BodyBudget budget, ZstdLibrary? zstd)
    {
        if (coding == ContentCoding.Zstd && zstd is null)
        {
            return (LayerResult.Unavailable, null);
        }

        // Text shrinks to a quarter or less; a guess that is too small costs one copy.
        var guess = (int)Math.Min(Math.Min(maxBytes, source.Length * 4L), Array.MaxLength);
        using var buffer = new BodyBuffer(budget.Overdraw(), guess);
        var output = new BoundedOutput(buffer, maxBytes);
        var result = coding switch
        {
            ContentCoding.Gzip => DeflateLayer.DecodeGzip(source.Array, source.Length, output),
            ContentCoding.Deflate => DeflateLayer.DecodeDeflate(source.Array, source.Length, output),
            ContentCoding.Brotli => BrotliLayer.Decode(source.Memory.Span, output),
            _ => zstd!.Decode(source.Memory.Span, output),
        };
        return (result, buffer.ToLease());
    }

    // Servers that look at the first bytes read a body whatever its label says. Only what is whole counts: part of a text can look like anything.
    private static (string Token, BodyLease Body)? DecodeInstead(BodyLease source, string declared, long maxBytes, BodyBudget budget, ZstdLibrary? zstd)
    {
        foreach (var token in ContentCodings.Instead(declared, source.Memory.Span))
        {
            var (result, body) = DecodeLayer(source, ContentCodings.FromToken(token), maxBytes, budget, zstd);
            if (result == LayerResult.Complete && body is { Length: > 0 })
            {
                return (token, body);
            }

            Drop(body);
        }

        return null;
    }

    private static void ReleaseIntermediate(BodyLease current, BodyLease raw)
    {
        if (current != raw)
        {
            Drop(current);
        }
    }

    // Nobody will look at it, so nobody can say that it is not sensitive.
    private static void Drop(BodyLease? body)
    {
        body?.MarkSensitive();
        body?.Release();
    }

    private static DecodedBody Incomplete(LayerResult result, string token, BodyLease? body, bool isLastLayer, ImmutableArray<string> codings)
    {
        if (!isLastLayer)
        {
            Drop(body);
            body = null;
        }

        return result switch
        {
            LayerResult.TooLarge => new DecodedBody(DecodeStatus.TooLarge, body, $"content coding {token}: the decoded size is over the limit", codings),
            LayerResult.Corrupt => new DecodedBody(DecodeStatus.Corrupt, body, $"content coding {token}: the body is damaged or followed by other bytes", codings),
            _ => new DecodedBody(DecodeStatus.Unsupported, body, ZstdAbsent, codings),
        };
    }

    private static string Shorten(string token) => token.Length <= 32 ? token : token[..32];
}
