using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using LumenArgus.Abstractions.Model;
using LumenArgus.Scanning.Fields;
using LumenArgus.Storage.Hashing;

namespace LumenArgus.Inspection.Identity;

/// <summary>
/// The identifier of a conversation whose tool names none: a keyed hash of its opening, which is sent again with every turn. Who sends it goes into the hash, so
/// two people with the same opening never have the same identifier. Only the system prompt and the user's first message up to the first text that a
/// person wrote count, not the first answer, which the first turn has not yet.
/// </summary>
internal static class DerivedSessionId
{
    private const string Prefix = "fp:";
    private const int Digits = 32;
    private const int MaxTexts = 16;
    private const int MaxBytes = 512;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    /// <summary>Whether a text has the form of these identifiers, which no sender can give his own (<see cref="IdentityText.Conversation"/>).</summary>
    public static bool IsOne(ReadOnlySpan<char> text) =>
        text.Length == Prefix.Length + Digits && text.StartsWith(Prefix) && !text[Prefix.Length..].ContainsAnyExcept(HexDigits);

    /// <summary>Derives the identifier.</summary>
    /// <returns>Null if the body has no opening.</returns>
    public static string? Of(BodyDocument document, IReadOnlyList<OpeningText> opening, string provider, SessionContext session, HashKey key)
    {
        var data = new ArrayBufferWriter<byte>(1024);
        Add(data, Encoding.UTF8.GetBytes(provider));
        Add(data, Encoding.UTF8.GetBytes(session.ApiKeyHash ?? ""));
        Add(data, Encoding.UTF8.GetBytes(session.SourceIp ?? ""));
        var count = 0;
        var isWritten = false;
        foreach (var (field, part, isOfTool) in opening)
        {
            var text = document.Utf8(field);

            // Tools pack a refused prompt and the next one into one message.
            if (part == OpeningPart.LaterInstructions || (part == OpeningPart.FirstUser && isWritten) || IsBilling(text))
            {
                continue;
            }

            isWritten |= part == OpeningPart.FirstUser && !isOfTool;
            Add(data, text[..Math.Min(text.Length, MaxBytes)]);
            if (++count == MaxTexts)
            {
                break;
            }
        }

        return count == 0 ? null : Prefix + key.Hash(data.WrittenSpan)[..Digits];
    }

    // Claude Code's first block of the system prompt; it has a number that changes with each request.
    private static bool IsBilling(ReadOnlySpan<byte> text) => text.StartsWith("x-anthropic-billing-header"u8);

    // With its length, so that no two openings give the same bytes.
    private static void Add(ArrayBufferWriter<byte> data, ReadOnlySpan<byte> piece)
    {
        BinaryPrimitives.WriteInt32LittleEndian(data.GetSpan(sizeof(int)), piece.Length);
        data.Advance(sizeof(int));
        data.Write(piece);
    }
}
