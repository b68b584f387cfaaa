using LumenArgus.Scanning.Decoding.Declared;
using LumenArgus.Scanning.Fields;
using LumenArgus.Scanning.Findings;
using LumenArgus.Scanning.Rules;

namespace LumenArgus.Scanning.Decoding;

/// <summary>Adds to a document the texts that its fields hold in another form: encoded, disguised or in parts.</summary>
public static class TextDecoder
{
    /// <summary>Expands a document, once, before it is scanned. Never throws on content.</summary>
    /// <param name="document">The document; afterwards it has views behind its fields.</param>
    /// <param name="options">What is decoded.</param>
    /// <param name="collector">Told what was not decoded because of a limit.</param>
    /// <param name="counters">Raised by the work done.</param>
    /// <param name="unpacker">Unpacks compressed parts; null leaves them as they are.</param>
    public static void Expand(
        BodyDocument document, DecodeOptions options, FindingCollector collector, ScanCounters counters, IPartUnpacker? unpacker = null)
    {
        if (!options.Enabled || document.Count == 0)
        {
            return;
        }

        var budget = new DecodeBudget(Math.Max(options.MaxTotalLength, 2L * document.Body.Length), options.MaxDecodedLength);
        using var buffers = new DecodeBuffers();
        new DocumentDecoder(document, options, buffers, budget, unpacker).Run();
        counters.DecodedBytes += budget.Decoded;
        counters.DecodedViews += document.Count - document.FieldCount;
        if (budget.Missed > 0)
        {
            collector.AddUnscanned(budget.Missed, $"not decoded, {budget.Reason}");
        }
    }
}
