namespace LumenArgus.Scanning.Rules.Patterns;

/// <summary>Literals of which each match contains one, and where in the match they begin.</summary>
internal sealed record LiteralSet(IReadOnlyList<string> Texts, LengthRange Offset)
{
    private const int FarOffset = 64;

    // Long literals are rare in text; offsets far from the start mean many starts to try. Lengths over 6 gain little.
    private int Score => (Math.Min(Texts.Min(t => t.Length), 6) * 10) - (Offset.Max > FarOffset ? 20 : 0) - Texts.Count;

    /// <summary>Null if a text is too short to be searched for; a lone <c>@</c> is rare enough.</summary>
    public static LiteralSet? Create(IReadOnlyList<string> texts, LengthRange offset) =>
        texts.Count == 0 || texts.Any(t => t.Length < 2 && t != "@") ? null : new LiteralSet(texts, offset);

    public static LiteralSet? Better(LiteralSet? a, LiteralSet? b) => a is null || (b is not null && b.Score > a.Score) ? b : a;
}
