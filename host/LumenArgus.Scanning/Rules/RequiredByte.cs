using System.Buffers;
using LumenArgus.Scanning.Rules.Patterns;

namespace LumenArgus.Scanning.Rules;

/// <summary>
/// A byte that every match holds near its start, one of a few: the sign of an assignment behind a name. Where it is missing, the matcher need not run; a text
/// that repeats the name of an issuer would else cost a try of each of its rules at each place.
/// </summary>
/// <param name="Set">The bytes.</param>
/// <param name="Reach">It stands at most so many bytes behind the start of the match.</param>
internal sealed record RequiredByte(SearchValues<byte> Set, int Reach)
{
    /// <summary>Looked at together; for the count of work.</summary>
    public const int BytesPerStep = 32;

    // More kinds of bytes than this are nearly everywhere, and farther away is another name.
    private const int MostBytes = 4;
    private const int MostReach = 128;

    // What the anchor's neighbours are tested for anyway.
    private const int LeastReach = 8;

    /// <summary>Finds one in a pattern.</summary>
    /// <returns>Null if the pattern has none.</returns>
    public static RequiredByte? Of(PatternNode root)
    {
        if (root is not PatternNode.Sequence sequence)
        {
            return null;
        }

        var before = 0L;
        foreach (var item in sequence.Items)
        {
            var length = PatternFacts.Length(item);
            if (length.Min > 0 && before >= LeastReach && PatternFacts.First(item) is { Count: <= MostBytes } first)
            {
                return new RequiredByte(first.ToSearchValues(), (int)before);
            }

            before += length.Max;
            if (before >= MostReach)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>Whether a match that begins at one of these places can be.</summary>
    public bool IsIn(ReadOnlySpan<byte> text, int from, int last) => text[from..Math.Min(text.Length, last + Reach + 1)].ContainsAny(Set);
}
