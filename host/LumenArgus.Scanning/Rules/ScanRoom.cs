using LumenArgus.Scanning.Rules.Keywords;
using LumenArgus.Scanning.Rules.Marks;

namespace LumenArgus.Scanning.Rules;

/// <summary>What one scan at a time works with and the next one of the same index takes over: to fill it anew costs as much as to scan a kilobyte.</summary>
internal sealed class ScanRoom(int rules, int hits, int captures)
{
    private long _texts;

    public RuleProgress[] Progress { get; } = new RuleProgress[rules];

    public KeywordHit[] Hits { get; } = new KeywordHit[hits];

    public int[] Captures { get; } = new int[captures];

    public BlockMarks Marks { get; } = new();

    public QuietTexts Quiet { get; } = new();

    /// <summary>A number that no text before has had, in this scan or another; above 0.</summary>
    public long NextText() => ++_texts;
}
