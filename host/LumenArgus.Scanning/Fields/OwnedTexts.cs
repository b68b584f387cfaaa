using System.Collections.Immutable;
using LumenArgus.Abstractions.Model;

namespace LumenArgus.Scanning.Fields;

/// <summary>What a detector that waits is given, and what it gives back.</summary>
public static class OwnedTexts
{
    /// <summary>Copies the texts that have to be looked at, the newest first: the end of the body is what the caller has just added.</summary>
    /// <param name="document">The body.</param>
    /// <param name="provider">Identifier of the provider.</param>
    /// <param name="model">Model named in the request, or null.</param>
    /// <param name="session">Who sent it.</param>
    /// <param name="maxCharacters">The most that the detector wants.</param>
    /// <returns>The copy, and the characters that are not in it.</returns>
    public static (OwnedScanBatch Batch, long Left) Copy(BodyDocument document, string provider, string? model, SessionContext session, int maxCharacters)
    {
        ArgumentNullException.ThrowIfNull(document);
        var fields = ImmutableArray.CreateBuilder<OwnedScanField>();
        var batch = new ScanBatch(document, provider, model, session);
        long left = 0;
        long room = maxCharacters;
        for (var i = batch.Count - 1; i >= 0; i--)
        {
            if (document.IsKnown(i))
            {
                continue;
            }

            var field = batch[i];
            if (field.Text.Length > room)
            {
                left += field.Text.Length;
                continue;
            }

            room -= field.Text.Length;
            fields.Add(new OwnedScanField(i, new string(field.Text), field.Role, field.SourceFile) { IsLatestTurn = field.IsLatestTurn });
        }

        return (new OwnedScanBatch(fields.ToImmutable(), provider, model, session), left);
    }

    /// <summary>Copies matches. Within the call of the detector: a list of its own making runs its code.</summary>
    /// <param name="hits">What it gave.</param>
    /// <returns>The copy.</returns>
    /// <exception cref="InvalidOperationException">A match is missing, or has no type.</exception>
    public static DetectorHit[] Checked(IReadOnlyList<DetectorHit> hits)
    {
        DetectorHit[] copy = [.. hits];
        return Array.TrueForAll(copy, static hit => !string.IsNullOrEmpty(hit?.Type) && Enum.IsDefined(hit.Severity))
            ? copy
            : throw new InvalidOperationException("A match is missing, or has no type.");
    }
}
